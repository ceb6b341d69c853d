import { idText, isObject, ownMember } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { saysError } from './body.ts';
import type { Collection } from './collection.ts';

/*
 * What a success of the API holds: a record, a page of a list, or neither.
 */

/** One page of a list. */
export interface Page {
  records: ApiRecord[];
  /** Where the next page begins; absent on the last one. */
  nextCursor?: string;
  /** False when there may be more records than the response says how to reach. */
  complete: boolean;
  /** How many entries of the page are no records that can be read. */
  unreadable: number;
}

/** What APIs wrap their answers in. Assumed: `data`. */
export const wrappings = ['data', 'result', 'results', 'response', 'payload', 'record', 'records', 'item', 'items', 'rows'];
const deepest = 3;

/**
 * Takes the record out of a response to a single read or a write. Assumed: `{"data": {…}}`. Under the record's noun or
 * resource, in a list of one, one wrapping deeper, and bare it is read too.
 * @param body the parsed JSON
 * @returns undefined when there is no record in it
 */
export function recordIn(body: unknown, collection: Collection, depth = 0): ApiRecord | undefined {
  if (Array.isArray(body)) {
    const [only, ...others]: unknown[] = body;
    return others.length === 0 ? recordIn(only, collection, depth) : undefined;
  }
  if (!isObject(body) || saysError(body)) return undefined;
  for (const key of depth < deepest ? [collection.noun, collection.path, ...wrappings] : []) {
    const inner = ownMember(body, key);
    const record = typeof inner === 'object' ? recordIn(inner, collection, depth + 1) : undefined;
    if (record !== undefined) return record;
  }
  return asRecord(body, collection);
}

/**
 * Takes one page out of a response to a list. Documented: `meta` with `next_cursor` and `has_more`. Assumed:
 * `{"data": […], "meta": {…}}`; a bare array, an array under the resource's name or one wrapping deeper, and the only
 * array are read too. A response with nothing in it is an empty list.
 * @param body the parsed JSON; undefined when there is none
 * @param limit how many records were asked for
 * @returns undefined when there is no list in it
 */
export function pageIn(body: unknown, limit: number, collection: Collection): Page | undefined {
  if (saysError(body)) return undefined;
  const list = listIn(body, collection);
  if (list === undefined) return undefined;
  const records = list.map((entry) => recordIn(entry, collection)).filter((record) => record !== undefined);
  const unreadable = list.length - records.length;
  const meta = metaIn(body);
  const more = flag(meta.has_more ?? meta.hasMore);
  const nextCursor = more === false ? undefined : idText(meta.next_cursor ?? meta.nextCursor);
  if (nextCursor !== undefined) return { records, nextCursor, complete: false, unreadable };
  return { records, complete: more === false || (more === undefined && isEnd(list.length, limit, meta)), unreadable };
}

// Without the API's own word the end is what nothing can stand behind: no cursor where one would be, a total that is
// reached, or a number of records at which no server cuts a list: these are round.
function isEnd(length: number, limit: number, meta: Record<string, unknown>): boolean {
  const total = Number(meta.total ?? meta.total_count ?? Number.NaN);
  if (!Number.isNaN(total)) return total <= length;
  if (length === 0 || meta.next_cursor === null) return true;
  return length < limit && length % 10 !== 0 && length % 25 !== 0;
}

function metaIn(body: unknown): Record<string, unknown> {
  if (!isObject(body)) return {};
  const inner = [body.meta, body.pagination, body.paging].find(isObject);
  return inner ?? (isObject(body.data) && !Array.isArray(body.data) ? { ...body, ...metaIn(body.data) } : body);
}

function listIn(body: unknown, { path }: Collection, depth = 0): unknown[] | undefined {
  if (isList(body)) return body;
  // 204, {"data": null} and {"data": {}} are how some APIs write an empty list.
  if (body === undefined) return [];
  if (!isObject(body)) return undefined;
  const keys = [path, ...wrappings];
  const named = keys.map((key) => ownMember(body, key)).find(isList);
  if (named !== undefined) return named;
  for (const inner of keys.map((key) => ownMember(body, key)).filter(isObject)) {
    const nested = depth < deepest ? listIn(inner, { noun: '', path }, depth + 1) : undefined;
    if (nested !== undefined) return nested;
  }
  const data = ownMember(body, 'data');
  const isEmpty = data === null || (isObject(data) && Object.keys(data).length === 0);
  if (isEmpty) return Number(metaIn(body).total ?? 0) > 0 ? undefined : [];
  // Of several arrays any may be something else, such as warnings or links.
  const lists = Object.entries(body).filter(([key, value]) => isList(value) && !/warning|error|link/i.test(key));
  return lists.length === 1 ? lists.map(([, value]) => value).find(isList) : undefined;
}

// Documented: an id is a text under `id`. A number becomes one, and where there is no `id`, the names that can only mean
// the record's own id are read.
function asRecord(value: Record<string, unknown>, { noun }: Collection): ApiRecord | undefined {
  const id = ['id', `${noun}_id`, `${noun}Id`, 'uuid', '_id']
    .map((key) => idText(ownMember(value, key)))
    .find((found) => found !== undefined);
  return id === undefined ? undefined : { ...value, id };
}

function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
