import { filled, isObject } from '../lib/guards.ts';

/** A record as the API gives it. What has no id is none. */
export type ApiRecord = Record<string, unknown> & { id: string };

/** One page of a list. */
export interface Page {
  records: ApiRecord[];
  /** Where the next page begins; absent on the last one. */
  nextCursor?: string;
  /** False when there may be more records than the answer tells how to reach. */
  complete: boolean;
}

/**
 * Takes the record out of a single answer. Assumed: `{"data": {…}}`; a bare object is read too.
 * @returns undefined when there is no record in it
 */
export function recordIn(body: unknown): ApiRecord | undefined {
  return asRecord(isObject(body) && isObject(body.data) ? body.data : body);
}

/**
 * Takes the records out of a list answer. Assumed: `{"data": […], "meta": {…}}`; a bare array, an array under the
 * name of the resource, and the only other array are read too.
 * @param limit how many records were asked for
 * @param resource the name that the list has in the API: "leads"
 * @returns undefined when there is no list in it
 */
export function pageIn(body: unknown, limit: number, resource: string): Page | undefined {
  const list = listIn(body, resource);
  if (list === undefined) return undefined;
  const records = list.map(asRecord).filter((record) => record !== undefined);
  const meta = isObject(body) && isObject(body.meta) ? body.meta : {};
  const nextCursor = meta.has_more === false ? undefined : filled(meta.next_cursor);
  if (nextCursor !== undefined) return { records, nextCursor, complete: false };
  // Without a cursor, only a page that is not full, or the API's word, is the end.
  const ended = meta.has_more === false || (meta.has_more === undefined && list.length < limit);
  return { records, complete: ended };
}

// Ids are documented as texts; a number is made one.
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
  // Of several, one may be anything: warnings, links.
  const lists = Object.values(body).filter(isList);
  return lists.length === 1 ? lists[0] : undefined;
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}
