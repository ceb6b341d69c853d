import type { ZObject } from 'zapier-platform-core';

/** Zapier's memory across runs, which may fail: then a read finds nothing, and the log says what that means. */
export interface Cache {
  get: (slot: string) => Promise<unknown>;
  set: (slot: string, value: unknown, seconds: number) => Promise<unknown>;
  /** Sets what is not set yet. */
  add: (slot: string, value: unknown, seconds: number) => Promise<unknown>;
  delete: (slot: string) => Promise<unknown>;
}

// A cache that hangs must not eat the time of the step.
const patienceMs = 2_000;

/**
 * @param loss what a person may notice when the cache does not answer
 * @returns the cache of this run; none of its calls throws
 */
export function cacheOf(z: ZObject, loss: string): Cache {
  const quietly = async (use: () => Promise<unknown>): Promise<unknown> => {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('It took too long.'));
      }, patienceMs);
    });
    const answer = await Promise.race([use(), tooLate]).catch((error: unknown) => {
      z.console.log(`Zapier's cache did not answer: ${loss}. ${String(error)}`);
    });
    clearTimeout(timer);
    return answer;
  };
  return {
    get: (slot) => quietly(() => z.cache.get(slot)),
    set: (slot, value, seconds) => quietly(() => z.cache.set(slot, value, seconds)),
    add: (slot, value, seconds) => quietly(() => z.cache.set(slot, value, seconds, undefined, true)),
    delete: (slot) => quietly(() => z.cache.delete(slot)),
  };
}
