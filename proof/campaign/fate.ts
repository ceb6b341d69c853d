import { setTimeout as sleep } from 'node:timers/promises';
import type { ZObject } from 'zapier-platform-core';
import { isObject } from '../../src/lib/guards.ts';
import type { RunConditions } from '../../workbench/platform.ts';
import type { Climate } from './climate.ts';
import type { Random } from './random.ts';

/** What Zapier itself does to one run. */
export interface Fate {
  /**
   * Zapier ends the run at one of its requests or calls of the cache, counted from 0: before it leaves, as soon as it
   * has left, or when its answer comes.
   */
  killed?: { at: number; when: 'before' | 'left' | 'done' };
  /** One call of the cache fails, counted from 0: at once, after a while, or although it was done. */
  cacheCall?: { at: number; how: 'fails' | 'hangs' | 'done' };
}

/** The header that tells which try of which write a request belongs to. */
export const stepHeader = 'x-campaign-step';

/** Zapier's own error for a step that took too long. The app has no part in it. */
export class KilledStep extends Error {
  override readonly name = 'KilledStep';
}

const killedShare = 0.12;
const cacheShare = 0.25;
const hangMs = 20;
// Later tries are left alone, so that a write can end.
const mostFated = 3;

/**
 * Draws what happens to a run.
 * @param tries how many tries the write had before
 */
export function drawFate(random: Random, climate: Climate, tries: number): Fate {
  if (tries >= mostFated) return {};
  const at = random.below(5);
  const when = random.pick(['before', 'left', 'left', 'done'] as const);
  const how = random.pick(['fails', 'hangs', 'done'] as const);
  return {
    ...(climate.killed && random.chance(killedShare) && { killed: { at, when } }),
    ...(climate.cacheCallFails && random.chance(cacheShare) && { cacheCall: { at: random.below(4), how } }),
  };
}

/**
 * The conditions of a run that has this fate.
 * @param step goes with each request as `stepHeader`
 * @returns the conditions, and the names of what really happened: a run may end before its fate
 */
export function underFate(
  { killed: end, cacheCall }: Fate,
  step: string,
): { conditions: RunConditions; met: Set<string> } {
  const met = new Set<string>();
  const never = new Promise<never>(() => undefined);
  let kill = (): void => undefined;
  let dead = false;
  const killed = new Promise<never>((_resolve, reject) => {
    kill = () => {
      dead = true;
      met.add('killed');
      reject(new KilledStep('Zapier ended the step after 30 seconds.'));
    };
  });

  // Whatever leaves the run goes through here. Nothing leaves a run that was ended, and nothing comes back to it.
  let leaving = 0;
  const leave = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) return never;
    const last = end?.at === leaving ? end.when : undefined;
    leaving += 1;
    if (last === 'before') kill();
    if (last === 'before') return never;
    const answer = work();
    if (last === 'left') kill();
    const [outcome] = await Promise.allSettled([answer]);
    if (last === 'done') kill();
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- It may have been ended meanwhile.
    if (dead) return never;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  };

  let cacheCalls = 0;
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    const how = cacheCall?.at === cacheCalls ? cacheCall.how : undefined;
    cacheCalls += 1;
    if (how === undefined) return work();
    met.add('cache_call_fails');
    if (how === 'hangs') await sleep(hangMs);
    if (how === 'done') await work();
    throw new Error('The cache does not answer.');
  };

  const equip = (z: ZObject): ZObject => ({
    ...z,
    // What a run that was ended still logs is about calls that it waits for in vain.
    console: new Proxy(z.console, {
      get: (log, key): unknown => (dead ? () => undefined : Reflect.get(log, key)),
    }),
    request: new Proxy(z.request, {
      apply: (request, self, given: unknown[]) =>
        leave(() => {
          const answer: unknown = Reflect.apply(request, self, withStep(given, step));
          return Promise.resolve(answer);
        }),
    }),
    cache: {
      get: (key) => leave((): Promise<unknown> => call(() => z.cache.get(key))),
      set: (...given) => leave(() => call(() => z.cache.set(...given))),
      delete: (key) => leave(() => call(() => z.cache.delete(key))),
    },
  });
  return { conditions: { equip, killed }, met };
}

function withStep([options, ...rest]: unknown[], step: string): unknown[] {
  if (!isObject(options)) throw new TypeError('Requests are made with one object.');
  const headers = isObject(options.headers) ? options.headers : {};
  return [{ ...options, headers: { ...headers, [stepHeader]: step } }, ...rest];
}
