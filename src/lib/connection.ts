import type { Bundle } from 'zapier-platform-core';
import { hash } from './hash.ts';

/** The API key of a connection, without the blanks that copying brings along; '' when there is none. */
export function apiKey(authData: Record<string, string>): string {
  return (authData.api_key ?? '').trim();
}

/**
 * What Zapier's cache knows a connection by, so that no two connections share an entry.
 * @returns a hash: the key itself never gets into the cache
 */
export function connectionMark({ authData }: Bundle): string {
  return hash(apiKey(authData));
}
