import { filled, isObject } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';

/** One page of a list. */
export interface Page {
  records: ApiRecord[];
  /** Where the next page begins; absent on the last one. */
  nextCursor?: string;
  /** False when there may be more records than the response says how to reach. */
  complete: boolean;
}

/**
 * Takes the record out of a response to a single read or a write. Assumed: `{"data": {…}}`; a bare object is read too.
 * @param body the parsed JSON
 * @returns undefined when there is no record in it
 */
export function recordIn(body: unknown): ApiRecord | undefined {
  return asRecord(isObject(body) && isObject(body.data) ? body.data : body);
}

/**
 * Takes one page out of a response to a list. Documented: `meta` with `next_cursor` and `has_more`. Assumed:
 * `{"data": […], "meta": {…}}`; a bare array, an array under the resource's name, and the only array are read too.
 * @param body the parsed JSON
 * @param limit how many records were asked for
 * @param resource the list's name in the API: "leads"
 * @returns undefined when there is no list in it
 */
export function pageIn(body: unknown, limit: number, resource: string): Page | undefined {
  const list = listIn(body, resource);
  if (list === undefined) return undefined;
  const records = list.map(asRecord).filter((record) => record !== undefined);
  const meta = isObject(body) && isObject(body.meta) ? body.meta : {};
  const nextCursor = meta.has_more === false ? undefined : filled(meta.next_cursor);
  if (nextCursor !== undefined) return { records, nextCursor, complete: false };
  // Without a cursor only has_more: false, or a page that is not full, is the end.
  const ended = meta.has_more === false || (meta.has_more === undefined && list.length < limit);
  return { records, complete: ended };
}

// Ids are documented as texts; a number becomes one.
function asRecord(value: unknown): ApiRecord | undefined {
  if (!isObject(value)) return undefined;
  const id = typeof value.id === 'number' ? String(value.id) : filled(value.id);
  return id === undefined ? undefined : { ...value, id };
}

function listIn(body: unknown, resource: string): unknown[] | undefined {
  if (isList(body)) return body;
  if (!isObject(body)) return undefined;
  const named = [body.data, body[resource]].find(isList);
  if (named !== undefined) return named;
  // Of several arrays any may be something else, such as warnings or links.
  const lists = Object.values(body).filter(isList);
  return lists.length === 1 ? lists[0] : undefined;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
