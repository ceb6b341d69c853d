import { expect, jest, test } from '@jest/globals';
import { cacheOf } from '../../src/lib/cache.ts';

/** A cache that sets whatever is there and says yes, as the platform's local one does. */
function dishonestCache() {
  const entries = new Map<string, unknown>();
  return {
    get: jest.fn((slot: string) => Promise.resolve(entries.get(slot) ?? null)),
    set: (slot: string, value: unknown) => Promise.resolve(entries.set(slot, value).has(slot)),
    delete: (slot: string) => Promise.resolve(entries.delete(slot)),
  };
}

test('a cache that does not keep conditions is found out where a slot is known to be set, and then read first', async () => {
  const own = dishonestCache();
  const cache = cacheOf({ cache: own, console }, 'nothing');
  await cache.set('slot', { first: true }, 60);
  expect(await cache.add('other', { first: true }, 60)).toBe(true);
  expect(own.get).not.toHaveBeenCalled();

  await cache.proveAdd('slot', { first: true }, 60);

  expect(await cache.add('slot', { second: true }, 60)).toBe(false);
  expect(await cache.get('slot')).toEqual({ first: true });
  expect(await cache.add('third', { second: true }, 60)).toBe(true);
});
