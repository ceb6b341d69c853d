import App from '../../index.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import { changeAppSettings, type AppSettings } from '../../workbench/app_settings.ts';
import { createPlatform, type Platform } from '../../workbench/platform.ts';

/** A record, or the input of an operation. */
export type Item = Record<string, unknown>;

/** How to open an office; nothing is required. */
export interface OfficeOptions {
  sandbox?: SandboxOptions;
  /** The app to connect; the real one when absent. */
  app?: object;
  /** The content of `z.cache`; empty when absent. */
  cache?: Record<string, unknown>;
  /** Environment variables of the app, besides the API's URL. */
  settings?: AppSettings;
  /** Wraps the sandbox, so that a test can watch it. */
  wrap?: (sandbox: Sandbox) => Sandbox;
  /** True to suppress what the app logs, for work with thousands of runs. */
  silent?: boolean;
}

/**
 * A company that uses CleanEstimate Pro and Zapier: a sandbox, and the app connected to it. Only one can be open at a
 * time, since an environment variable of the process tells the app the sandbox's URL.
 */
export class Office {
  /** The app's definition, as Zapier loads it. */
  readonly definition = App;
  #opened: { sandbox: Sandbox; platform: Platform; close: () => Promise<void> } | undefined;

  /** Starts the sandbox, and connects the app to it with a live key that has every scope. */
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

  /** Stops the sandbox, and restores the environment variables. */
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

  /** Connects the real app again, with an empty `z.cache`. */
  reconnect(): void {
    const parts = this.#parts();
    parts.platform = this.as(parts.sandbox.keys.live);
  }

  /** Connects the app, or another one, to the same sandbox with another key. */
  as(key: string, app: object = App, cache?: Record<string, unknown>): Platform {
    return createPlatform(app, { api_key: key }, cache);
  }

  /** Runs an action as a step of a Zap. Throws a StepError when it fails. */
  async create(key: string, inputData: Item, more: Item = {}): Promise<Item> {
    return item(await this.platform.run(`creates.${key}.operation.perform`, { inputData, ...more }));
  }

  /** Runs a search as a step of a Zap. Throws a StepError when it fails. */
  async search(key: string, inputData: Item): Promise<Item[]> {
    return items(await this.platform.run(`searches.${key}.operation.perform`, { inputData }));
  }

  /** Runs a method of a trigger, `perform` when absent, and returns its items. Throws a StepError when it fails. */
  async trigger(key: string, bundle: Item = {}, method = 'perform'): Promise<Item[]> {
    return items(
      await this.platform.run(`triggers.${key}.operation.${method}`, { inputData: {}, ...bundle }),
    );
  }

  /** Turns an instant trigger on; returns what Zapier keeps as `subscribeData`. Throws a StepError when it fails. */
  async subscribe(key: string, bundle: Item): Promise<Item> {
    const method = `triggers.${key}.operation.performSubscribe`;
    return item(await this.platform.run(method, { inputData: {}, ...bundle }));
  }

  /**
   * Does what a person does in the product itself, such as `act('jobs/ID/complete')`.
   * @param path below /sandbox
   * @returns the record after the change
   * @throws Error when the sandbox refuses it
   */
  async act(path: string, body: Item = {}): Promise<Item> {
    const url = `${this.sandbox.origin}/sandbox/${path}`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
    const { data } = item(await answer.json());
    return item(data);
  }

  /** The requests in the sandbox's journal, each as "POST /leads". */
  requests(): string[] {
    return this.sandbox.journal().requests.map(({ method, path }) => `${method} ${path}`);
  }

  #parts() {
    if (this.#opened === undefined) throw new Error('The office is not open.');
    return this.#opened;
  }
}

/** Opens an office; the caller closes it. Throws an Error when the sandbox does not start. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const office = new Office();
  await office.open(options);
  return office;
}

/** Replaces the id in a request's path by `:id`. */
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
