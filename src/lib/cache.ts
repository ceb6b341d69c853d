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

/**
 * @param loss what a person may notice when the cache does not answer
 * @returns the cache of this run; none of its calls throws, and what they wait counts as time of the step
 */
export function cacheOf(z: Run, loss: string): Cache {
  const quietly = async (use: () => Promise<unknown>): Promise<unknown> => {
    let timer: NodeJS.Timeout | undefined;
    const mostMs = Math.max(Math.min(patienceMs, cacheTimeLeftMs(z)), 1);
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('It took too long.'));
      }, mostMs);
    });
    const answer = await Promise.race([use(), tooLate]).catch((error: unknown) => {
      z.console.log(`Zapier's cache did not answer: ${loss}. ${String(error)}`);
    });
    clearTimeout(timer);
    return answer;
  };
  const get = (slot: string): Promise<unknown> => quietly(() => z.cache.get(slot));
  const set = (slot: string, value: unknown, seconds: number): Promise<unknown> =>
    quietly(() => z.cache.set(slot, value, seconds));
  const addNow = async (slot: string, value: object, seconds: number): Promise<boolean | undefined> => {
    const answer: unknown = await quietly(async () => ({
      given: await z.cache.set(slot, value, seconds, undefined, true),
    }));
    if (!isObject(answer)) return undefined;
    return typeof answer.given === 'boolean' ? answer.given : addedAfterAll(slot, value, seconds);
  };
  // Typed as true, false or null, but nowhere described: what null, "OK" or nothing means, the slot tells.
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
