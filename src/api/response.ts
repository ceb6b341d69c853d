import { isDeeperThan } from '../lib/depth.ts';
import { filled, idText, isObject, ownMember } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { saysError } from './body.ts';
import type { Collection } from './collection.ts';
import { pagingIn } from './paging.ts';

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
  /** True where the response leaves open whether it is the last one, so that `complete` is no more than likely. */
  isGuess?: true;
  /** How many entries of the page are no records that can be read. */
  unreadable: number;
  /** How many records the whole list has, where the response says so. */
  total?: number;
}

// Assumed: `data`. The others are what APIs wrap their answers in: `envelopes` around one record, `lists` around several.
const envelopes = ['data', 'result', 'response', 'payload', 'record', 'item', 'node'];
const lists = ['data', 'results', 'records', 'items', 'rows', 'result', 'response', 'payload'];
/** Everything that an answer may be wrapped in. */
export const wrappings: readonly string[] = [...new Set([...envelopes, ...lists])];
const deepest = 3;
// Nothing that a CRM says goes this deep; what does is no answer.
const mostLevels = 100;

/**
 * Takes the record out of a response to a single read or a write. Assumed: `{"data": {…}}`. Under the record's noun or
 * resource, in a list of one, one wrapping deeper, and bare it is read too.
 * @param body the parsed JSON
 * @returns undefined when there is no record in it
 */
export function recordIn(body: unknown, collection: Collection): ApiRecord | undefined {
  return isDeeperThan(body, mostLevels) ? undefined : recordAt(body, collection, 0);
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
  const found = isDeeperThan(body, mostLevels) ? undefined : listIn(body, collection, 0);
  if (found === undefined) return undefined;
  const records = found.list
    .map((entry) => recordAt(entry, collection, 1))
    .filter((record) => record !== undefined);
  const { more, nextCursor, total } = pagingIn(found.about);
  const { length } = found.list;
  return {
    records,
    ...(nextCursor !== undefined && { nextCursor }),
    ...(total !== undefined && { total }),
    ...(more === undefined && total === undefined && length > 0 && { isGuess: true as const }),
    complete: more === undefined ? isEnd(length, limit, total) : !more,
    unreadable: length - records.length,
  };
}

// Without the API's own word the end is what nothing can stand behind: a total that is reached, or a number of records
// at which no server cuts a list: these are round.
function isEnd(length: number, limit: number, total: number | undefined): boolean {
  if (total !== undefined) return total <= length;
  return length === 0 || (length !== limit && length % 10 !== 0 && length % 25 !== 0);
}

function recordAt(body: unknown, collection: Collection, depth: number): ApiRecord | undefined {
  if (depth > deepest) return undefined;
  if (Array.isArray(body)) {
    return body.length === 1 ? recordAt(body[0], collection, depth + 1) : undefined;
  }
  if (!isObject(body)) return undefined;
  const own = asRecord(body, collection);
  if (own === undefined && saysError(body)) return undefined;
  // What has an id of its own may hold other records, such as the lines of an estimate: only under its own noun, or
  // where answers are wrapped, another id is the record's.
  const around = depth === 0 ? wrappings : envelopes;
  const keys = own === undefined && !isNameless(body) ? [...around, collection.path] : ['data'];
  for (const key of [collection.noun, ...keys]) {
    const inner = ownMember(body, key);
    const isList = Array.isArray(inner);
    if (own !== undefined && isList) continue;
    const record = isObject(inner) || isList ? recordAt(inner, collection, depth + 1) : undefined;
    if (record !== undefined) return record;
  }
  return own;
}

// A record whose id cannot be found: what it holds under `items` is its lines, not itself.
function isNameless(body: Record<string, unknown>): boolean {
  return ['created_at', 'customer_name', 'client_id'].some((key) => Object.hasOwn(body, key));
}

interface Listed {
  list: unknown[];
  /** All that stands around the list. */
  about: Record<string, unknown>;
}

function listIn(body: unknown, collection: Collection, depth: number): Listed | undefined {
  if (Array.isArray(body)) return { list: body, about: {} };
  // 204 is how some APIs write an empty list.
  if (body === undefined) return { list: [], about: {} };
  if (!isObject(body) || saysError(body) || depth > deepest) return undefined;
  // A record is no list, though it may hold some.
  const isRecord = asRecord(body, collection) !== undefined;
  const keys = isRecord ? [collection.path] : [collection.path, ...lists];
  const named = keys.map((key) => ownMember(body, key)).find((one): one is unknown[] => Array.isArray(one));
  if (named !== undefined) return { list: named, about: body };
  for (const inner of keys.map((key) => ownMember(body, key)).filter(isObject)) {
    const nested = listIn(inner, collection, depth + 1);
    if (nested !== undefined) return { ...nested, about: { ...body, ...nested.about } };
  }
  if (isRecord) return undefined;
  return isEmptyList(body, keys) ? { list: [], about: body } : onlyListIn(body, collection);
}

// {"data": null} and {"data": {}} are how some APIs write an empty list, where nothing in them says otherwise.
function isEmptyList(body: Record<string, unknown>, keys: string[]): boolean {
  const isEmpty = keys
    .filter((key) => Object.hasOwn(body, key))
    .some((key) => body[key] === null || (isObject(body[key]) && Object.keys(body[key]).length === 0));
  const { more, nextCursor, total = 0 } = pagingIn(body);
  const says = [body.status, body.message].map(filled).join(' ');
  const contradicts = more === true || nextCursor !== undefined || total > 0;
  return isEmpty && !contradicts && /^\s*$|\b(?:ok|success\w*|no|none|empty|found)\b/i.test(says);
}

// Of several arrays any may be something else, and so may one that holds no record: warnings, links.
function onlyListIn(body: Record<string, unknown>, collection: Collection): Listed | undefined {
  const arrays = Object.entries(body)
    .filter(([key]) => !/warning|error|problem|message|notice|link/i.test(key))
    .map(([, value]) => value)
    .filter((value): value is unknown[] => Array.isArray(value));
  const [list] = arrays;
  const hasRecords = list?.some((entry) => recordAt(entry, collection, 1) !== undefined);
  return list !== undefined && arrays.length === 1 && hasRecords === true ? { list, about: body } : undefined;
}

// Documented: an id is a text under `id`. A number becomes one, and where there is no `id`, the names that can only mean
// the record's own id are read. What people call a record by may stand under a longer name: invoice_number.
function asRecord(value: Record<string, unknown>, { noun }: Collection): ApiRecord | undefined {
  // JSON:API keeps the fields in an object of their own.
  const record = 'type' in value && isObject(value.attributes) ? { ...value.attributes, ...value } : value;
  const others = [`${noun}_id`, `${noun}Id`, `${noun}_uuid`, 'uuid', 'guid', '_id', 'ID', 'Id'];
  const ids = new Set(others.map((key) => idText(ownMember(record, key))).filter((id) => id !== undefined));
  const [only, ...rest] = ids;
  const id = idText(ownMember(record, 'id')) ?? (rest.length === 0 ? only : undefined);
  if (id === undefined) return undefined;
  const number = record.number ?? ownMember(record, `${noun}_number`) ?? ownMember(record, `${noun}Number`);
  return { ...record, id, ...(number !== undefined && { number }) };
}
