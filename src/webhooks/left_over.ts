import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import { connectionMark } from '../lib/connection.ts';

/*
 * The addresses of Zaps that could not be turned on, for which the API may have registered a webhook all the same.
 * Zapier asks again with another address, so that nobody would ever remove the first one.
 */

const rememberedSeconds = 30 * 60;

/** What of this connection and event is left over. */
export interface LeftOver {
  /** Remembers an address whose registration ended in doubt. */
  add: (url: string) => Promise<unknown>;
  /** The remembered addresses. */
  urls: () => Promise<string[]>;
  forget: () => Promise<unknown>;
}

/** @param event the trigger's event */
export function leftOverOf(z: ZObject, bundle: Bundle, event: string): LeftOver {
  const cache = cacheOf(z, 'a webhook of a Zap that was not turned on may stay');
  const slot = `left over ${connectionMark(bundle)} ${event}`;
  const urls = async (): Promise<string[]> => {
    const found = await cache.get(slot);
    return Array.isArray(found) ? found.filter((url): url is string => typeof url === 'string') : [];
  };
  return {
    urls,
    add: async (url) => cache.set(slot, [...new Set([...(await urls()), url])].slice(-10), rememberedSeconds),
    forget: () => cache.delete(slot),
  };
}
