import type { Answer } from './api_error.ts';
import { parseObject, type Json } from './json.ts';
import type { Page } from './list.ts';
import { asListed } from './listed.ts';
import type { Quirks } from './quirks.ts';
import type { Resource } from './resources/resource.ts';
import { asWritten } from './written.ts';

/** What an answer is about. */
type About = Pick<Resource, 'name' | 'noun'>;

/** The answer with one record, as the quirks have it. */
export function recordAnswer(resource: About, status: number, record: Json, quirks: Quirks): Answer {
  return oneAnswer(resource, status, asWritten(resource, record, quirks), quirks);
}

/** The answer with one object, such as a record or a destination, wrapped as the quirks have it. */
export function oneAnswer(
  { noun }: { noun: string },
  status: number,
  value: Json,
  { bareAnswers, recordsUnderNoun, singleInList, nestedData, byteOrderMark }: Quirks,
): Answer {
  const wrapped: unknown =
    bareAnswers === true
      ? value
      : recordsUnderNoun === true
        ? { [noun]: value }
        : { data: singleInList === true ? [value] : nestedData === true ? { [noun]: value } : value };
  return { status, text: textOf(wrapped, byteOrderMark) };
}

/** The answer with a page of a list, as the quirks have it. */
export function listAnswer(resource: About, { records, meta, total }: Page, quirks: Quirks): Answer {
  const { errorsInSuccess, logInWord, rowsWithoutIds, unreadableRows } = quirks;
  if (errorsInSuccess === true) return { status: 200, text: textOf({ data: null, errors: ['Try again'] }) };
  if (logInWord === true) return { status: 200, text: 'Log in' };
  const rows = records.map((text) => rowOf(resource, text, quirks));
  const listed = rowsWithoutIds === true ? rows.map(({ id: _id, ...rest }) => rest) : rows;
  const told = quirks.listEnds === undefined ? meta : quirks.listEnds === 'total' ? { total } : undefined;
  const data = unreadableRows === true && listed.length > 0 ? ['A row', ...listed] : listed;
  return wrappedList(resource.name, data, told, quirks);
}

/** The answer with a list, wrapped as the quirks have it. */
export function wrappedList(
  name: string,
  rows: unknown[],
  meta: object | undefined,
  { bareAnswers, nestedData, emptyLists, byteOrderMark }: Quirks,
): Answer {
  if (rows.length === 0 && emptyLists === '204') return { status: 204, text: '' };
  const data = rows.length > 0 || emptyLists === undefined ? rows : emptyLists === 'null' ? null : {};
  const about = meta === undefined ? {} : { meta };
  const isNested = nestedData === true && Array.isArray(data);
  const wrapped =
    bareAnswers === true ? data : isNested ? { data: { [name]: data, ...about } } : { data, ...about };
  return { status: 200, text: textOf(wrapped, byteOrderMark) };
}

function rowOf(resource: About, text: string, quirks: Quirks): Json {
  const record = asWritten(resource, parseObject(asListed(text, quirks)), quirks);
  const { id, status } = record;
  const row = quirks.thinRows === true ? { id, status } : record;
  return quirks.wrappedRows === true ? { [resource.noun]: row } : row;
}

function textOf(value: unknown, byteOrderMark = false): string {
  return `${byteOrderMark ? '\uFEFF' : ''}${JSON.stringify(value)}`;
}
