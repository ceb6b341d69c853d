import { isObject, parseObject, type Json } from './json.ts';
import type { Quirks } from './quirks.ts';
import { leadServices, workServices } from './vocabulary.ts';

const slugs = new Set([...leadServices, ...workServices]);
const customerKeys = {
  client_id: 'id',
  customer_name: 'name',
  customer_email: 'email',
  customer_phone: 'phone',
};

/**
 * Writes a record as a list does, where the list differs from the record itself.
 * @param text the record as JSON
 */
export function asListed(text: string, quirks: Quirks): string {
  const changes = [
    quirks.listsWithoutNotes === true && withoutNotes,
    quirks.listsWithShortTimes === true && eachText(shortTime),
    quirks.listsWithIsoDates === true && eachText(isoDate),
    quirks.listsWithLabels === true && eachText(label),
    quirks.listsWithMaskedContacts === true && maskedContacts,
    quirks.listsWithWholeAddress === true && wholeAddress,
    quirks.listsWithNestedClient === true && nestedClient,
    quirks.listsWithoutSeconds === true && withoutSeconds,
  ].filter((change) => change !== false);
  if (changes.length === 0) return text;
  return JSON.stringify(changes.reduce((record, change) => change(record), parseObject(text)));
}

function withoutNotes({ notes: _notes, ...rest }: Json): Json {
  return rest;
}

function withoutSeconds(record: Json): Json {
  return { ...record, created_at: String(record.created_at).replace(/:\d\d\.\d{3}Z$/, 'Z') };
}

function maskedContacts(record: Json): Json {
  const masked = (value: unknown, shown: RegExp): unknown =>
    typeof value === 'string' ? value.replace(shown, (_all, part: string) => `${part}****`) : value;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => {
      if (/(?:^|_)name$/.test(key)) return [key, masked(value, /(\p{L})\p{L}*/gu)];
      if (/(?:^|_)email$/.test(key)) return [key, masked(value, /^(.)[^@]*/)];
      return [key, /(?:^|_)phone$/.test(key) ? masked(value, /^(\+?.).{0,6}/) : value];
    }),
  );
}

function wholeAddress(record: Json): Json {
  const parts = ['city', 'state', 'zip'].map((key) => record[key] ?? record[`service_${key}`]);
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) =>
      ['service_address', 'address_line1'].includes(key) && typeof value === 'string'
        ? [key, [value, ...parts.filter((part) => typeof part === 'string')].join(', ')]
        : [key, value],
    ),
  );
}

function nestedClient(record: Json): Json {
  if (!('customer_name' in record)) return record;
  const entries = Object.entries(record);
  const nested = Object.entries(customerKeys).map(([from, to]) => [to, record[from]]);
  const rest = entries.filter(([key]) => !(key in customerKeys));
  return { ...Object.fromEntries(rest), client: Object.fromEntries(nested) };
}

function eachText(change: (text: string) => string): (record: Json) => Json {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(changed);
    return isObject(value) ? inEach(value) : value;
  };
  const inEach = (record: Json): Json =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, changed(value)]));
  return inEach;
}

function shortTime(text: string): string {
  return /^\d\d:\d\d:\d\d$/.test(text) ? text.slice(0, 5) : text;
}

function isoDate(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00.000Z` : text;
}

function label(text: string): string {
  if (!slugs.has(text)) return text;
  const words = text.split(/[-_]/).map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return words.join(' ');
}
