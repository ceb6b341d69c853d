import type { ZObject } from 'zapier-platform-core';
import { pageIn, type ApiRecord, type Page } from './response.ts';
import { readRecord, reading, speaking, unreadable } from '../writes/write_once.ts';
import { timeLeftMs } from './deadline.ts';
import { unfinishedList, type Doing } from './zapier_error.ts';
import { ApiFailure } from './api_error.ts';
import { filled } from '../lib/guards.ts';
import type { RecordKind } from '../records/record.ts';
import { send } from './request.ts';

/** Which records of a list: newest first unless said otherwise. */
export interface ListQuery {
  /** A hundred unless said otherwise. */
  limit?: number;
  cursor?: string | undefined;
  status?: string | undefined;
  sort?: 'created_at' | 'updated_at';
}

const pageSize = 100;
// A page that is begun with less time than this could not be used any more.
const pageMs = 1_000;

/**
 * Reads one page of a list.
 * @throws the errors of `zapierError`
 */
export function listPage(
  z: ZObject,
  record: RecordKind,
  query: ListQuery,
  doing?: Partial<Doing>,
): Promise<Page> {
  return speaking({ ...reading(record), ...doing }, () => fetchPage(z, record, query));
}

/**
 * How to ask for the records in a status, those that changed last first; the next query is for an API that refuses
 * (400, 422) the one before. Documented: the filter on leads and invoices. Assumed: the filter elsewhere, and the sort
 * by the last change. An API may also ignore the filter: who asks checks each record.
 */
export function statusQueries(record: RecordKind, status: string): ListQuery[] {
  const sort = 'updated_at';
  return [{ sort, status }, { sort }, record.filtersByStatus === true ? { status } : {}];
}

/**
 * Reads what a poll needs: the first page of a hundred, and further ones until there is enough.
 * @param queries the first that the API does not refuse counts
 * @param isEnough whether nothing is missed behind this record, the last of a page
 * @returns what was read when there is enough, the list ends, or time does
 * @throws the errors of `zapierError`
 */
export function newestRecords(
  z: ZObject,
  record: RecordKind,
  queries: ListQuery[] = [{}],
  isEnough: (last: ApiRecord) => boolean = () => true,
): Promise<ApiRecord[]> {
  return speaking(reading(record), async () => {
    const { page: first, query } = await firstAccepted(z, record, queries);
    const found = first.records;
    for (let page = first, last = found.at(-1); page.nextCursor !== undefined && last && !isEnough(last);) {
      if (timeLeftMs(z) < pageMs) break;
      page = await fetchPage(z, record, { ...query, cursor: page.nextCursor });
      found.push(...page.records);
      last = page.records.at(-1);
    }
    return found;
  });
}

/**
 * Walks through all records, newest first, one page at a time. Pages, since each step of an async generator costs more
 * than comparing a record does.
 * @throws an error that says so when time runs out or the list cannot be read to its end: what was not seen is not
 *   known to be missing; otherwise the errors of `zapierError`
 */
export async function* everyPage(z: ZObject, record: RecordKind): AsyncGenerator<ApiRecord[]> {
  for (let cursor: string | undefined, more = true; more;) {
    const page: Page = await listPage(z, record, { cursor });
    yield page.records;
    cursor = page.nextCursor;
    more = cursor !== undefined;
    if (!page.complete && (!more || timeLeftMs(z) < pageMs)) throw unfinishedList(record.noun);
  }
}

/**
 * Finds a record by its id. Assumed: the API reads records by id. Where a 404 or 405 may mean that it does not,
 * the list is read instead.
 * @returns undefined when there is no such record
 * @throws the errors of `zapierError` and of `everyPage`
 */
export async function findById(z: ZObject, record: RecordKind, id: string): Promise<ApiRecord | undefined> {
  const found = await speaking(reading(record), () => readIfThere(z, record, id));
  if (found !== 'no record' && found !== 'no route') return found;
  if (found === 'no record' && (await readsById(z, record))) return undefined;
  for await (const page of everyPage(z, record)) {
    const listed = page.find((candidate) => candidate.id === id);
    if (listed !== undefined) return listed;
  }
  return undefined;
}

// A 404 is about the record only if another record can be read.
async function readsById(z: ZObject, record: RecordKind): Promise<boolean> {
  const { records } = await listPage(z, record, { limit: 1 });
  const newest = filled(records[0]?.id);
  return (
    newest === undefined ||
    typeof (await speaking(reading(record), () => readIfThere(z, record, newest))) !== 'string'
  );
}

async function readIfThere(
  z: ZObject,
  record: RecordKind,
  id: string,
): Promise<ApiRecord | 'no record' | 'no route'> {
  try {
    return await readRecord(z, record, id);
  } catch (error) {
    if (!(error instanceof ApiFailure) || ![404, 405].includes(error.status)) throw error;
    return error.status === 404 ? 'no record' : 'no route';
  }
}

async function firstAccepted(
  z: ZObject,
  record: RecordKind,
  queries: ListQuery[],
): Promise<{ page: Page; query: ListQuery }> {
  const [query = {}, ...others] = queries;
  try {
    return { page: await fetchPage(z, record, query), query };
  } catch (error) {
    const refused = error instanceof ApiFailure && [400, 422].includes(error.status);
    if (!refused || others.length === 0) throw error;
    return firstAccepted(z, record, others);
  }
}

/** Reads one page of a list. Throws ApiFailure. */
export async function fetchPage(z: ZObject, record: RecordKind, query: ListQuery): Promise<Page> {
  const { limit = pageSize } = query;
  const params = { sort: 'created_at', order: 'desc', ...query, limit };
  const body = await send(z, { method: 'GET', path: [record.path], params });
  return pageIn(body, limit, record.path) ?? unreadable();
}
