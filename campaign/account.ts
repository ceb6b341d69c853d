import App from '../index.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { createPlatform, type Platform } from '../workbench/platform.ts';
import { freeMemory } from './memory.ts';

/** One company: its CleanEstimate Pro, and the app connected to it with one connection and one cache. */
export interface Account {
  sandbox: Sandbox;
  key: string;
  platform: Platform;
  close: () => Promise<void>;
}

/** How Zapier's cache behaves: as it should, losing everything between runs, or not answering at all. */
export const cacheModes = ['works', 'forgets', 'fails'] as const;
export type CacheMode = (typeof cacheModes)[number];

// Short, so that thousands of time-outs can be waited for; the budget leaves room for the second try.
const shortLimits = { CEPRO_REQUEST_TIMEOUT_MS: '150', CEPRO_STEP_BUDGET_MS: '2500' };
const pauses = { CEPRO_RETRY_PAUSE_MS: '1', CEPRO_SETTLING_MS: '1' };
const manyPerMinute = 10_000_000;

/**
 * Opens a company. One at a time: the app learns of it by the environment, which `close` puts back.
 * @param operations those that are used: the platform copies the definition for every run, which takes most of a
 *   campaign's time
 * @param hurried false keeps the app's own time limits, for when nothing is slow but a busy machine
 */
export async function openAccount(
  cache: CacheMode,
  operations: Partial<typeof App>,
  hurried = true,
): Promise<Account> {
  const sandbox = await startSandbox({ retryDelaysMs: [] });
  const key = sandbox.createKey({ perMinute: manyPerMinute });
  const settings = { ...pauses, ...(hurried && shortLimits), CEPRO_API_URL: sandbox.url };
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  const platform = createPlatform(
    { ...App, triggers: {}, creates: {}, searches: {}, searchOrCreates: {}, ...operations },
    { api_key: key },
  );
  if (cache === 'fails') breakCache(platform);
  // The app's log of thousands of runs would bury the table.
  const log: unknown = Reflect.get(globalThis.console, 'log');
  Reflect.set(globalThis.console, 'log', () => undefined);
  return {
    sandbox,
    key,
    platform,
    close: async () => {
      Reflect.set(globalThis.console, 'log', log);
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
      await sandbox.close();
      freeMemory();
    },
  };
}

/** What a cache that forgets does between two runs. */
export function emptyCache({ cache }: Platform): void {
  for (const slot of Object.keys(cache)) Reflect.deleteProperty(cache, slot);
}

// The platform looks a slot up in this object and refuses one that is not plain: so its prototype does the failing.
function breakCache({ cache }: Platform): void {
  const fail = (slot: string | symbol): boolean => {
    if (typeof slot === 'symbol') return Reflect.has(Object.prototype, slot);
    throw new Error('The cache does not answer.');
  };
  const prototype = new Proxy(Object.prototype, {
    has: (_target, slot) => fail(slot),
    set: (_target, slot) => fail(slot),
  });
  Object.setPrototypeOf(cache, prototype);
}
