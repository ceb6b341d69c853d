import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import { connectionMark } from '../lib/connection.ts';
import type { RecordKind } from '../records/record.ts';

/** Whether the API reads records of a kind by id. Assumed: it does. */
export interface Route {
  /** True when it did not within the last hour. */
  isMissing: boolean;
  /** Remembers for an hour that it does not. */
  remember: () => Promise<unknown>;
}

const rememberedSeconds = 60 * 60;

/** Looks up what is known of the route: one round of the cache. */
export async function routeOf(z: ZObject, bundle: Bundle, { path }: RecordKind): Promise<Route> {
  const cache = cacheOf(z, 'records may be asked for once more than needed');
  const slot = `not read by id ${connectionMark(bundle)} ${path}`;
  return {
    isMissing: (await cache.get(slot)) === true,
    remember: () => cache.set(slot, true, rememberedSeconds),
  };
}
