import type { ZObject } from 'zapier-platform-core';

/*
 * Zapier's cache and the API are each a call over a network. How many of them a step waits for, one after another, is
 * most of what it takes.
 */

type Network = 'cache' | 'api';

/** What a step asked of both networks. */
export interface NetworkWatch {
  /** Watches a run: a condition of `Platform.run`. */
  equip: (z: ZObject) => ZObject;
  /** The calls of the cache: get, set, delete, and add for a set on condition. */
  cacheCalls: string[];
  /** How often each was waited for. What is asked side by side counts once, and beside the API the cache does not. */
  rounds: () => Record<Network, number>;
}

/** Counts what the runs that it equips ask of Zapier's cache and of the API. */
export function watchNetworks(): NetworkWatch {
  const cacheCalls: string[] = [];
  // Which networks each wait was for.
  const waits: Set<Network>[] = [];
  let waiting = 0;

  const waitFor = async (network: Network, call: () => unknown): Promise<unknown> => {
    if (waiting === 0) waits.push(new Set());
    waits.at(-1)?.add(network);
    waiting += 1;
    try {
      return await call();
    } finally {
      // A cache in memory answers at once: without a pause, what is asked side by side would not meet.
      await new Promise(setImmediate);
      waiting -= 1;
    }
  };
  const watched = <F extends (...given: never[]) => unknown>(
    network: Network,
    own: F,
    told: (given: unknown[]) => void = () => undefined,
  ): F =>
    new Proxy(own, {
      apply: (target, self, given: unknown[]) => {
        told(given);
        return waitFor(network, () => Reflect.apply(target, self, given));
      },
    });

  return {
    cacheCalls,
    rounds: () => {
      const api = waits.filter((wait) => wait.has('api')).length;
      return { api, cache: waits.length - api };
    },
    equip: (z) => ({
      ...z,
      request: watched('api', z.request),
      cache: {
        get: watched('cache', z.cache.get, () => cacheCalls.push('get')),
        set: watched('cache', z.cache.set, (given) => cacheCalls.push(given[4] === true ? 'add' : 'set')),
        delete: watched('cache', z.cache.delete, () => cacheCalls.push('delete')),
      },
    }),
  };
}
