import { filled, isFilled, isObject } from './guards.ts';

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
  const record = isObject(body) && isObject(body.data) ? body.data : body;
  return isRecord(record) ? record : undefined;
}

/**
 * Takes the records out of a list answer. Assumed: `{"data": […], "meta": {…}}`; a bare array and an array under
 * another key are read too.
 * @param limit how many records were asked for
 * @returns undefined when there is no list in it
 */
export function pageIn(body: unknown, limit: number): Page | undefined {
  const list = listIn(body);
  if (list === undefined) return undefined;
  const records = list.filter(isRecord);
  const meta = isObject(body) && isObject(body.meta) ? body.meta : {};
  const nextCursor = meta.has_more === false ? undefined : filled(meta.next_cursor);
  if (nextCursor !== undefined) return { records, nextCursor, complete: false };
  // Without a cursor, only a page that is not full, or the API's word, is the end.
  const ended = meta.has_more === false || (meta.has_more === undefined && list.length < limit);
  return { records, complete: ended };
}

function isRecord(value: unknown): value is ApiRecord {
  return isObject(value) && isFilled(value.id);
}

function listIn(body: unknown): unknown[] | undefined {
  const candidates: unknown[] = isObject(body) ? [body.data, ...Object.values(body)] : [body];
  return candidates.find((value): value is unknown[] => Array.isArray(value));
}
