import { createAppHandler, type ZObject } from 'zapier-platform-core';
import { createLocks } from './locks.ts';
import { createZapierCache } from './zapier_cache.ts';

declare module 'zapier-platform-core' {
  // The platform exports this function, but its types do not declare it.
  export function createAppHandler(app: object): (event: PlatformEvent) => Promise<{ results: unknown }>;
}

/** What Zapier sends to an app: to run one of its methods, to validate its definition, or to get its definition. */
export interface PlatformEvent {
  command: 'execute' | 'validate' | 'definition';
  method?: string;
  bundle?: Record<string, unknown>;
  /** The content of `z.cache`, which Zapier keeps from one run to the next. */
  zcacheTestObj: Record<string, unknown>;
  /** Makes the platform throw for mistakes that it only logs for a published app, such as a result without an id. */
  calledFromCli: true;
  /** Not Zapier's: replaces parts of the run's `z` before the app gets it. */
  equip?: (z: ZObject) => ZObject;
}

/** What happens on Zapier's side during one run. */
export interface RunConditions {
  /** Replaces parts of the run's `z`, such as a cache that fails. */
  equip?: (z: ZObject) => ZObject;
  /** Rejects when Zapier ends the run, whatever the app still does. */
  killed?: Promise<never>;
}

/** The error of a step. Its message is the sentence that Zapier would show to a person. */
export class StepError extends Error {
  /** The platform's error class: HaltedError, ThrottledError, ExpiredAuthError, AppError… */
  override readonly name: string;
  /** For a ThrottledError: how long Zapier would wait before it runs the step again. */
  readonly delaySeconds: number | undefined;

  constructor(name: string, sentence: string, delaySeconds?: number) {
    super(sentence);
    this.name = name;
    this.delaySeconds = delaySeconds;
  }
}

/** Runs the methods of an app as Zapier does, with one connection and one cache for all runs. */
export interface Platform {
  /**
   * Runs one method, and returns what it returns.
   * @param method such as `creates.create_lead.operation.perform`
   * @param bundle without authData, which is added
   * @throws StepError with the sentence that Zapier would show to a person; what `killed` rejects with
   */
  run: (method: string, bundle?: Record<string, unknown>, conditions?: RunConditions) => Promise<unknown>;
  /** Validates the app's definition as `zapier validate` does. Resolves to the list of problems, empty when valid. */
  problems: () => Promise<unknown>;
  /** The content of `z.cache`, by key. */
  cache: Record<string, unknown>;
  /** Empties `z.cache`. */
  forget: () => void;
}

/**
 * Connects an app, as if a person had added it to Zapier.
 * @param authData the values of the connection, by the keys of the app's authentication fields
 * @param cache what is in `z.cache` at first
 */
export function createPlatform(
  app: object,
  authData: Record<string, string>,
  cache: Record<string, unknown> = {},
): Platform {
  const whole = createAppHandler(app);
  const handlers = new Map<string, ReturnType<typeof createAppHandler>>();
  const handlerOf = (method: string): ReturnType<typeof createAppHandler> => {
    const [kind = '', key = ''] = method.split('.');
    const handler =
      handlers.get(`${kind}.${key}`) ??
      createAppHandler({ ...withOnly(app, kind, key), beforeApp: [equipped] });
    handlers.set(`${kind}.${key}`, handler);
    return handler;
  };
  const locks = createLocks(app);
  const wholeCache = createZapierCache(cache);
  return {
    cache,
    forget: () => {
      for (const slot of Object.keys(cache)) Reflect.deleteProperty(cache, slot);
    },
    problems: async () =>
      (await whole({ command: 'validate', zcacheTestObj: cache, calledFromCli: true })).results,
    run: async (method, bundle = {}, { equip = asItIs, killed } = {}) => {
      try {
        const event = {
          command: 'execute',
          method,
          bundle: { meta: {}, ...bundle, authData },
          zcacheTestObj: cache,
          calledFromCli: true,
          equip: (z: ZObject) => equip({ ...z, cache: wholeCache(z.cache) }),
        } as const;
        const run = async (): Promise<unknown> => (await handlerOf(method)(event)).results;
        return await locks.hold(method, bundle, () => Promise.race([run(), ...(killed ? [killed] : [])]));
      } catch (error) {
        throw stepError(error);
      }
    },
  };
}

// For every run the platform clones and freezes the whole definition, which takes ten times as long as the run itself.
// It needs only the operation that is run, so the others are left out.
function withOnly(app: object, kind: string, key: string): object {
  const operations = Object.entries(app).map(([name, part]: [string, unknown]): [string, unknown] => {
    if (!['triggers', 'creates', 'searches', 'searchOrCreates'].includes(name)) return [name, part];
    const own = Object.entries(part ?? {}).filter(([its]) => name === kind && its === key);
    return [name, Object.fromEntries(own)];
  });
  return Object.fromEntries(operations);
}

// The platform calls this with what it made for a run, before the app's own code.
function equipped<T extends { z: ZObject; _zapier: { event: PlatformEvent } }>(input: T): T {
  const { equip = asItIs } = input._zapier.event;
  return { ...input, z: equip(input.z) };
}

function asItIs(z: ZObject): ZObject {
  return z;
}

function stepError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { message, delay } = unpacked(error.message);
  return new StepError(error.name, message, delay);
}

// The messages of AppError and ThrottledError are JSON with the sentence and, for ThrottledError, the delay.
function unpacked(message: string): { message: string; delay?: number } {
  try {
    const parts: unknown = JSON.parse(message);
    if (typeof parts !== 'object' || parts === null || !('message' in parts)) return { message };
    const delay = 'delay' in parts && typeof parts.delay === 'number' ? { delay: parts.delay } : {};
    return { message: String(parts.message), ...delay };
  } catch {
    return { message };
  }
}
