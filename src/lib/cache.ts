import { isObject } from './guards.ts';
import { inOrder } from './in_order.ts';
import { cacheTimeLeftMs, type Run } from './step_clock.ts';

/** Zapier's memory across runs, which may fail: then a read finds nothing, and the log says what that means. */
export interface Cache {
  /** @returns undefined when the cache did not answer, null when there is nothing */
  get: (slot: string) => Promise<unknown>;
  set: (slot: string, value: unknown, seconds: number) => Promise<unknown>;
  /**
   * Sets what is not set yet.
   * @param value an object that no other run sets
   * @returns true when it was set, false when something is there, undefined when nobody knows
   */
  add: (slot: string, value: object, seconds: number) => Promise<boolean | undefined>;
  /** Sets again, on condition, what is set: so it is found out whether this cache keeps conditions. */
  proveAdd: (slot: string, value: object, seconds: number) => Promise<unknown>;
  delete: (slot: string) => Promise<unknown>;
}

// A cache that hangs must not eat the time of the step.
const patienceMs = 2_000;

// The conditional set is typed, but nowhere described, and the platform's local cache sets whatever is there. Once that is
// seen, it is read first, for as long as the process lives.
let keepsConditions = true;

type Outcome = { given: unknown } | 'failed' | 'too late';

/**
 * @param loss what a person may notice when the cache does not answer
 * @returns the cache of this run; none of its calls throws, and what they wait counts as time of the step
 */
export function cacheOf(z: Run, loss: string): Cache {
  const once = async (use: () => Promise<unknown>): Promise<Outcome> => {
    let timer: NodeJS.Timeout | undefined;
    const mostMs = Math.max(Math.min(patienceMs, cacheTimeLeftMs(z)), 1);
    const tooLate = new Promise<'too late'>((resolve) => {
      timer = setTimeout(() => {
        resolve('too late');
      }, mostMs);
    });
    const log = (why: unknown): void => {
      z.console.log(`Zapier's cache did not answer: ${loss}. ${String(why)}`);
    };
    const answer = use().then(
      (given) => ({ given }),
      (error: unknown): 'failed' => {
        log(error);
        return 'failed';
      },
    );
    const outcome = await Promise.race([answer, tooLate]);
    if (outcome === 'too late') log('Error: It took too long.');
    clearTimeout(timer);
    return outcome;
  };
  // What failed at once is tried once more: each of these calls may be made twice.
  const quietly = async (use: () => Promise<unknown>): Promise<unknown> => {
    const first = await once(use);
    const outcome = first === 'failed' ? await once(use) : first;
    return typeof outcome === 'string' ? undefined : outcome.given;
  };
  const get = (slot: string): Promise<unknown> => quietly(() => z.cache.get(slot));
  const set = (slot: string, value: unknown, seconds: number): Promise<unknown> =>
    quietly(() => z.cache.set(slot, value, seconds));
  const addNow = async (slot: string, value: object, seconds: number): Promise<boolean | undefined> => {
    const outcome = await once(() => z.cache.set(slot, value, seconds, undefined, true));
    if (outcome === 'too late') return undefined;
    if (outcome !== 'failed' && typeof outcome.given === 'boolean') return outcome.given;
    return addedAfterAll(slot, value, seconds);
  };
  // Typed as true, false or null, but nowhere described: what null, "OK", nothing or a failure means, the slot tells.
  const addedAfterAll = async (
    slot: string,
    value: object,
    seconds: number,
  ): Promise<boolean | undefined> => {
    const there = await get(slot);
    if (there === undefined) return undefined;
    if (isObject(there)) return isSame(there, value);
    await set(slot, value, seconds);
    const then = await get(slot);
    return isObject(then) ? isSame(then, value) : undefined;
  };
  return {
    get,
    set,
    add: async (slot, value, seconds) => {
      if (!keepsConditions && isObject(await get(slot))) return false;
      return addNow(slot, value, seconds);
    },
    proveAdd: async (slot, value, seconds) => {
      if ((await addNow(slot, value, seconds)) === true) keepsConditions = false;
    },
    delete: (slot) => quietly(() => z.cache.delete(slot)),
  };
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
