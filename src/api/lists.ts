import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../records/api_record.ts';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import { readContext, type ErrorContext } from './error_context.ts';
import { fetchPage, type ListQuery } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

// A page asked for with less time left could not be used any more.
const pageMs = 1_000;

/** Ways to ask for the same records, the best one first. */
export type ListQueries = [ListQuery, ...ListQuery[]];

/**
 * Reads one page of a list.
 * @throws the errors of `zapierError`
 */
export function listPage(
  z: ZObject,
  collection: Collection,
  query: ListQuery,
  context?: Partial<ErrorContext>,
): Promise<Page> {
  return withZapierErrors({ ...readContext(collection), ...context }, () => fetchPage(z, collection, query));
}

/**
 * The queries for the records in a status, those that changed last first. Each is for an API that refuses (400, 422)
 * the one before. Documented: the filter on leads and invoices. Assumed: the filter elsewhere, and the sort by the
 * last change. An API may also ignore the filter, so the caller checks each record.
 */
export function statusQueries({ filtersByStatus }: Collection, status: string): ListQueries {
  const sort = 'updated_at';
  return [{ sort, status }, { sort }, filtersByStatus === true ? { status } : {}];
}

/**
 * Reads what a poll needs: the first page of a hundred, and further pages until there is enough.
 * @param queries tried in turn until the API accepts one
 * @param isEnough true when no record behind this one, the last of a page, can matter
 * @returns what was read when there is enough, the list ends, or time runs out
 * @throws the errors of `zapierError`
 */
export function newestRecords(
  z: ZObject,
  collection: Collection,
  queries: ListQueries = [{}],
  isEnough: (last: ApiRecord) => boolean = () => true,
): Promise<ApiRecord[]> {
  return withZapierErrors(readContext(collection), async () => {
    const { page, query } = await firstAccepted(z, collection, queries);
    const found = page.records;
    let { nextCursor: cursor } = page;
    let last = found.at(-1);
    while (cursor !== undefined && last !== undefined && !isEnough(last) && timeLeftMs(z) >= pageMs) {
      const next = await fetchPage(z, collection, { ...query, cursor });
      found.push(...next.records);
      // A cursor that comes again leads round in a circle.
      cursor = next.nextCursor === cursor ? undefined : next.nextCursor;
      last = next.records.at(-1);
    }
    return found;
  });
}

async function firstAccepted(
  z: ZObject,
  collection: Collection,
  [query, ...others]: ListQueries,
): Promise<{ page: Page; query: ListQuery }> {
  try {
    return { page: await fetchPage(z, collection, query), query };
  } catch (error) {
    const refused = error instanceof ApiError && [400, 422].includes(error.status);
    const [next, ...rest] = others;
    if (!refused || next === undefined) throw error;
    return firstAccepted(z, collection, [next, ...rest]);
  }
}
