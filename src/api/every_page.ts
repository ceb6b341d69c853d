import type { ZObject } from 'zapier-platform-core';
import { unfinishedList, unreadableList } from '../errors/record_error.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { Collection } from './collection.ts';
import { firstPage } from './first_page.ts';
import { listPage } from './lists.ts';
import type { ListQuery } from './read.ts';
import type { Page } from './response.ts';

// A page asked for with less time left could not be used any more.
const pageMs = 1_000;

/**
 * Looks through all records, newest first. It gives whole pages, since a step of an async generator costs more than
 * comparing a record. Whoever comes to its end has seen every record.
 * @throws Error that says so when time runs out, or the list cannot be read to its end or not in all its entries, since
 *   a record that was not seen must not be called "not found"; the errors of `zapierError`
 */
export async function* everyPage(z: ZObject, collection: Collection): AsyncGenerator<ApiRecord[]> {
  const seen = new Set<string>();
  const cursors = new Set<string>();
  let unreadable = 0;
  const first = await firstPage(z, collection);
  const { query } = first;
  let { page } = first;
  for (;;) {
    unreadable += page.unreadable;
    const fresh = unseen(page.records, seen);
    const { nextCursor: cursor } = page;
    yield fresh;
    if (cursor === undefined) break;
    // A cursor that comes again, or a page without anything new, leads round in a circle.
    if (cursors.has(cursor) || fresh.length === 0 || timeLeftMs(z) < pageMs)
      throw unfinishedList(collection.noun);
    cursors.add(cursor);
    page = await listPage(z, collection, { ...query, cursor });
  }
  if (unreadable > 0) throw unreadableList(collection.noun);
  const isSaid = page.complete && page.isGuess !== true;
  if (isSaid || (page.total !== undefined && seen.size >= page.total)) return;
  const { rest, isWhole } = await otherEnd(z, collection, { page, query, seen });
  // Who is there is there, also where it is not known whether that is all.
  yield rest;
  if (!isWhole) throw unfinishedList(collection.noun);
}

interface Walk {
  /** The last page that could be read. */
  page: Page;
  query: ListQuery;
  /** All ids, in the order of the list. */
  seen: Set<string>;
}

// Where an answer does not say whether it was the last one, the list is asked for from its other end: when that begins
// before what was seen ends, nothing is between.
async function otherEnd(
  z: ZObject,
  collection: Collection,
  { page, query, seen }: Walk,
): Promise<{ rest: ApiRecord[]; isWhole: boolean }> {
  const order = [...seen];
  const isSorted = !('sort' in query) && timeLeftMs(z) >= pageMs;
  const { records, unreadable } = isSorted
    ? (await firstPage(z, collection, { order: 'asc' })).page
    : { records: [], unreadable: 0 };
  const ids = records.map(({ id }) => id);
  const rest = unseen(records, seen).reverse();
  const isTurned = ids.length > 0 && (order.length < 2 || ids[0] !== order[0]);
  // An API that lists in one order only leaves nothing but what is likely.
  if (!isTurned) return { rest, isWhole: page.complete };
  const agrees = ids.slice(rest.length).every((id, index) => id === order.at(-1 - index));
  const meets = agrees && ids.length > rest.length && unreadable === 0;
  return { rest, isWhole: page.total === undefined ? meets : seen.size >= page.total };
}

function unseen(records: ApiRecord[], seen: Set<string>): ApiRecord[] {
  return records.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
