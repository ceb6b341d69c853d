import App from '../../index.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import { changeAppSettings, type AppSettings } from '../../workbench/app_settings.ts';
import { createPlatform, type Platform } from '../../workbench/platform.ts';

export type Item = Record<string, unknown>;

/** How an office differs from a usual one. */
export interface OfficeOptions {
  sandbox?: SandboxOptions;
  /** The app that is connected; the real one unless given. */
  app?: object;
  /** Zapier's cache; an empty one unless given. */
  cache?: Record<string, unknown>;
  /** Settings of the app, besides the address of its API. */
  settings?: AppSettings;
  /** Wraps the sandbox, to look at what is asked of it. */
  wrap?: (sandbox: Sandbox) => Sandbox;
  /** True to print nothing that the app logs: thousands of runs would bury everything else. */
  silent?: boolean;
}

/**
 * A company that uses CleanEstimate Pro and Zapier: a sandbox, and the app connected to it. One at a time, since the
 * app learns of the sandbox by an environment variable.
 */
export class Office {
  /** The app's definition, as Zapier loads it. */
  readonly definition = App;
  #opened: { sandbox: Sandbox; platform: Platform; close: () => Promise<void> } | undefined;

  /** Starts the sandbox and connects the app to it with the live key that may do everything. */
  async open({
    sandbox: sandboxOptions,
    app,
    cache,
    settings,
    wrap = (same) => same,
    silent = false,
  }: OfficeOptions = {}): Promise<void> {
    const started = await startSandbox(sandboxOptions);
    const sandbox = wrap(started);
    const putBack = changeAppSettings({ ...settings, CEPRO_API_URL: sandbox.url });
    const unmute = silent ? muteLog() : () => undefined;
    const platform = this.as(sandbox.keys.live, app, cache);
    const close = async (): Promise<void> => {
      putBack();
      unmute();
      await started.close();
    };
    this.#opened = { sandbox, platform, close };
  }

  /** Stops the sandbox and puts the app's settings back. */
  async close(): Promise<void> {
    await this.#opened?.close();
    this.#opened = undefined;
  }

  get sandbox(): Sandbox {
    return this.#parts().sandbox;
  }

  get platform(): Platform {
    return this.#parts().platform;
  }

  /** Connects the real app anew: Zapier remembers nothing. */
  reconnect(): void {
    const parts = this.#parts();
    parts.platform = this.as(parts.sandbox.keys.live);
  }

  /** The app connected with another key, or another app. */
  as(key: string, app: object = App, cache?: Record<string, unknown>): Platform {
    return createPlatform(app, { api_key: key }, cache);
  }

  /** Runs an action as a Zap does. */
  async create(key: string, inputData: Item, more: Item = {}): Promise<Item> {
    return item(await this.platform.run(`creates.${key}.operation.perform`, { inputData, ...more }));
  }

  /** Runs a search as a Zap does. */
  async search(key: string, inputData: Item): Promise<Item[]> {
    return items(await this.platform.run(`searches.${key}.operation.perform`, { inputData }));
  }

  /** Runs a trigger's method, `perform` unless named. */
  async trigger(key: string, bundle: Item = {}, method = 'perform'): Promise<Item[]> {
    return items(
      await this.platform.run(`triggers.${key}.operation.${method}`, { inputData: {}, ...bundle }),
    );
  }

  /** Turns an instant trigger on. */
  async subscribe(key: string, bundle: Item): Promise<Item> {
    const method = `triggers.${key}.operation.performSubscribe`;
    return item(await this.platform.run(method, { inputData: {}, ...bundle }));
  }

  /**
   * Does what people do in the product: `act('jobs/ID/complete')`.
   * @returns the record after it
   * @throws Error when the sandbox refuses it
   */
  async act(path: string, body: Item = {}): Promise<Item> {
    const url = `${this.sandbox.origin}/sandbox/${path}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
    const { data } = item(await answer.json());
    return item(data);
  }

  /** What the app asked the API for: "POST /leads". */
  requests(): string[] {
    return this.sandbox.journal().requests.map(({ method, path }) => `${method} ${path}`);
  }

  #parts() {
    if (this.#opened === undefined) throw new Error('The office is not open.');
    return this.#opened;
  }
}

/** Opens an office; the caller closes it. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const office = new Office();
  await office.open(options);
  return office;
}

/** The path of a request with `:id` where it names a record. */
export function maskId(path: string): string {
  return path.replace(/[\da-f]{8}-[\da-f-]{27}/, ':id');
}

function item(value: unknown): Item {
  if (!isObject(value)) throw new Error('Not one record.');
  return value;
}

function items(value: unknown): Item[] {
  if (!Array.isArray(value)) throw new Error('Not a list of records.');
  return value.map(item);
}

function muteLog(): () => void {
  const log: unknown = Reflect.get(globalThis.console, 'log');
  Reflect.set(globalThis.console, 'log', () => undefined);
  return () => void Reflect.set(globalThis.console, 'log', log);
}
