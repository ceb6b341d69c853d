import type { ZObject } from 'zapier-platform-core';
import { pageIn, type ApiRecord, type Page } from './answer.ts';
import { readRecord, reading, speaking, unreadable } from './api.ts';
import { timeLeftMs } from './budget.ts';
import { unfinishedList, type Doing } from './errors.ts';
import { ApiFailure } from './failure.ts';
import { filled } from './guards.ts';
import type { RecordKind } from './records/record.ts';
import { send } from './request.ts';

/** Which records of a list: newest first unless said otherwise. */
export interface ListQuery {
  limit: number;
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
 * Reads the hundred records in a status, those that changed last first.
 * Documented: the filter on leads and invoices. Assumed: the filter elsewhere, and the sort by the last change.
 * Where the API refuses an assumption (400, 422) it is asked without it; where it ignores the filter, other records
 * come along: the caller checks each.
 * @throws the errors of `zapierError`
 */
export function listInStatus(z: ZObject, record: RecordKind, status: string | undefined): Promise<Page> {
  const limit = pageSize;
  const sort = 'updated_at';
  const documented = { limit, status: record.filtersByStatus === true ? status : undefined };
  return speaking(reading(record), () =>
    firstAccepted(z, record, [{ limit, sort, status }, { limit, sort }, documented]),
  );
}

/**
 * Walks through all records, newest first, one page at a time. Pages, since each step of an async generator costs more
 * than comparing a record does.
 * @throws an error that says so when time runs out or the list cannot be read to its end: what was not seen is not
 *   known to be missing; otherwise the errors of `zapierError`
 */
export async function* everyPage(z: ZObject, record: RecordKind): AsyncGenerator<ApiRecord[]> {
  for (let cursor: string | undefined, more = true; more;) {
    const page: Page = await listPage(z, record, { limit: pageSize, cursor });
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

async function firstAccepted(z: ZObject, record: RecordKind, queries: ListQuery[]): Promise<Page> {
  const [query = { limit: pageSize }, ...others] = queries;
  try {
    return await fetchPage(z, record, query);
  } catch (error) {
    const refused = error instanceof ApiFailure && [400, 422].includes(error.status);
    if (!refused || others.length === 0) throw error;
    return firstAccepted(z, record, others);
  }
}

async function fetchPage(z: ZObject, record: RecordKind, query: ListQuery): Promise<Page> {
  const params = { sort: 'created_at', order: 'desc', ...query };
  return pageIn(await send(z, { method: 'GET', path: [record.path], params }), query.limit) ?? unreadable();
}
