import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../records/api_record.ts';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { readContext } from './error_context.ts';
import { everyPage, listPage } from './lists.ts';
import { readRecord } from './read.ts';
import { withZapierErrors } from './zapier_error.ts';

/**
 * Finds a record by its id. Assumed: the API has GET by id. Where a 404 or 405 may mean that it has not, the list is
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
  if (found !== 'no record' && found !== 'no route') return found;
  if (found === 'no record' && (await readsById(z, collection))) return undefined;
  for await (const page of everyPage(z, collection)) {
    const listed = page.find((candidate) => candidate.id === id);
    if (listed !== undefined) return listed;
  }
  return undefined;
}

// A 404 is about this record only if another record can be read.
async function readsById(z: ZObject, collection: Collection): Promise<boolean> {
  const { records } = await listPage(z, collection, { limit: 1 });
  const [newest] = records;
  return newest === undefined || typeof (await readIfThere(z, collection, newest.id)) !== 'string';
}

function readIfThere(
  z: ZObject,
  collection: Collection,
  id: string,
): Promise<ApiRecord | 'no record' | 'no route'> {
  return withZapierErrors(readContext(collection), async () => {
    try {
      return await readRecord(z, collection, id);
    } catch (error) {
      if (!(error instanceof ApiError) || ![404, 405].includes(error.status)) throw error;
      return error.status === 404 ? 'no record' : 'no route';
    }
  });
}
