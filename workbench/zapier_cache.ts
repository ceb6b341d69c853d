import type { ZObject } from 'zapier-platform-core';

type ZapierCache = ZObject['cache'];

const msPerSecond = 1000;

/**
 * Gives `z.cache` what the platform's own copy of it leaves out on a developer's machine: entries end after their ttl,
 * and a `set` with `nx` changes nothing and resolves to false when there is an entry already.
 * @param store the content of the cache, by key
 * @returns wraps the `z.cache` of one run; all runs share the store
 */
export function createZapierCache(store: Record<string, unknown>): (own: ZapierCache) => ZapierCache {
  const endsAt = new Map<string, number>();
  const drop = (key: string): void => {
    if ((endsAt.get(key) ?? Infinity) > Date.now()) return;
    endsAt.delete(key);
    Reflect.deleteProperty(store, key);
  };
  return (own) => ({
    get: (key: string) => {
      drop(key);
      return own.get(key);
    },
    set: async (key, value, ttl, scope, nx) => {
      drop(key);
      if (nx === true && key in store) return false;
      // The platform writes into the store at once, so that no other run comes in between.
      const set = await own.set(key, value, ttl, scope, nx);
      if (typeof ttl === 'number') endsAt.set(key, Date.now() + ttl * msPerSecond);
      else endsAt.delete(key);
      return set;
    },
    delete: (key: string) => {
      drop(key);
      return own.delete(key);
    },
  });
}
