import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../records/api_record.ts';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { readContext } from './error_context.ts';
import { everyPage } from './every_page.ts';
import { firstPage } from './first_page.ts';
import { readRecord } from './read.ts';
import { withZapierErrors } from './zapier_error.ts';

/**
 * Finds a record by its id. Assumed: the API has GET by id. Where the answer may mean that it has not, the list is
 * looked through instead.
 * @returns undefined when there is no such record
 * @throws the errors of `zapierError` and of `everyPage`
 */
export async function findById(
  z: ZObject,
  collection: Collection,
  id: string,
): Promise<ApiRecord | undefined> {
  const found = await readIfThere(z, collection, id);
  if (typeof found !== 'string') return found;
  if (found === 'gone' || (found === 'no record' && (await readsById(z, collection)))) return undefined;
  const wanted = id.toLowerCase();
  for await (const page of everyPage(z, collection)) {
    const listed = page.find((candidate) => candidate.id.toLowerCase() === wanted);
    if (listed !== undefined) return listed;
  }
  return undefined;
}

// A 404 is about this record only if another record can be read.
async function readsById(z: ZObject, collection: Collection): Promise<boolean> {
  const { page } = await firstPage(z, collection, { limit: 1 });
  const [newest] = page.records;
  // Only an answer that says so tells of an account without records.
  if (newest === undefined) return page.complete;
  return typeof (await readIfThere(z, collection, newest.id)) !== 'string';
}

/** What it may mean that a record cannot be read. */
export type Missing = 'no record' | 'no route' | 'gone';

// What an API answers for an id that is none (400, 422), that there is not (404) or not any more (410), and where it has
// no way to read by id.
const meanings = new Map<number, Missing>([
  [400, 'no record'],
  [404, 'no record'],
  [405, 'no route'],
  [410, 'gone'],
  [422, 'no record'],
  [501, 'no route'],
]);

/**
 * Reads one record.
 * @returns what it may mean when the answer has none
 * @throws the errors of `zapierError` for any other trouble
 */
export function readIfThere(z: ZObject, collection: Collection, id: string): Promise<ApiRecord | Missing> {
  return withZapierErrors(readContext(collection), async () => {
    try {
      return await readRecord(z, collection, id);
    } catch (error) {
      const meaning = error instanceof ApiError ? meanings.get(error.status) : undefined;
      if (meaning === undefined) throw error;
      return meaning;
    }
  });
}
