import type { ZObject } from 'zapier-platform-core';
import { unfinishedList } from '../errors/record_error.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { Collection } from './collection.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import { readContext, type ErrorContext } from './error_context.ts';
import { fetchPage, type ListQuery } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

// A page asked for with less time left could not be used any more.
const pageMs = 1_000;

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
 * Looks through all records, newest first. It gives whole pages, since a step of an async generator costs more than
 * comparing a record.
 * @throws Error that says so when time runs out or the list cannot be read to its end, since a record on a page that
 *   was not read must not be called "not found"; the errors of `zapierError`
 */
export async function* everyPage(z: ZObject, collection: Collection): AsyncGenerator<ApiRecord[]> {
  let page = await listPage(z, collection, {});
  yield page.records;
  while (page.nextCursor !== undefined) {
    if (timeLeftMs(z) < pageMs) throw unfinishedList(collection.noun);
    page = await listPage(z, collection, { cursor: page.nextCursor });
    yield page.records;
  }
  if (!page.complete) throw unfinishedList(collection.noun);
}
