import { createAppHandler } from 'zapier-platform-core';
import { createLocks } from './locks.ts';

declare module 'zapier-platform-core' {
  // The platform's types leave out its own entry point.
  export function createAppHandler(app: object): (event: PlatformEvent) => Promise<{ results: unknown }>;
}

/** What Zapier hands to an app: to run one method of it, to check its definition or to tell it. */
export interface PlatformEvent {
  command: 'execute' | 'validate' | 'definition';
  method?: string;
  bundle?: Record<string, unknown>;
  /** Stands in for Zapier's cache, which lives across runs. */
  zcacheTestObj: Record<string, unknown>;
  /** Makes the platform raise what it would only log for a published app, such as a result without an id. */
  calledFromCli: true;
}

/** Why a step did not succeed, as Zapier would show it. */
export class StepError extends Error {
  /** The platform's kind of error: HaltedError, ThrottledError, ExpiredAuthError, AppError… */
  override readonly name: string;
  /** How long Zapier would wait before it runs the step again, for a ThrottledError. */
  readonly delaySeconds: number | undefined;

  constructor(name: string, sentence: string, delaySeconds?: number) {
    super(sentence);
    this.name = name;
    this.delaySeconds = delaySeconds;
  }
}

/** Runs methods of an app as Zapier does: one connection, one cache, each run on its own. */
export interface Platform {
  /**
   * @param method as in `creates.create_lead.operation.perform`
   * @throws StepError with the sentence that a person would read
   */
  run: (method: string, bundle?: Record<string, unknown>) => Promise<unknown>;
  /** What the platform finds wrong with the app's definition, before anything is published. */
  problems: () => Promise<unknown>;
  /** Zapier's cache, by slot. */
  cache: Record<string, unknown>;
  /** Empties Zapier's cache. */
  forget: () => void;
}

/**
 * @param authData the connection, as the app's authentication fields name it
 * @param cache what Zapier remembers already
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
    const handler = handlers.get(`${kind}.${key}`) ?? createAppHandler(withOnly(app, kind, key));
    handlers.set(`${kind}.${key}`, handler);
    return handler;
  };
  const locks = createLocks(app);
  return {
    cache,
    forget: () => {
      for (const slot of Object.keys(cache)) Reflect.deleteProperty(cache, slot);
    },
    problems: async () =>
      (await whole({ command: 'validate', zcacheTestObj: cache, calledFromCli: true })).results,
    run: async (method, bundle = {}) => {
      try {
        const event = {
          command: 'execute',
          method,
          bundle: { meta: {}, ...bundle, authData },
          zcacheTestObj: cache,
          calledFromCli: true,
        } as const;
        return await locks.hold(method, bundle, async () => (await handlerOf(method)(event)).results);
      } catch (error) {
        throw stepError(error);
      }
    },
  };
}

// For every run the platform clones and freezes the whole definition, which takes ten times as long as the run. Only
// the operation that runs matters to it.
function withOnly(app: object, kind: string, key: string): object {
  const operations = Object.entries(app).map(([name, part]: [string, unknown]): [string, unknown] => {
    if (!['triggers', 'creates', 'searches', 'searchOrCreates'].includes(name)) return [name, part];
    const own = Object.entries(part ?? {}).filter(([its]) => name === kind && its === key);
    return [name, Object.fromEntries(own)];
  });
  return Object.fromEntries(operations);
}

function stepError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { message, delay } = unpacked(error.message);
  return new StepError(error.name, message, delay);
}

// AppError and ThrottledError carry their parts as JSON in the message.
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
