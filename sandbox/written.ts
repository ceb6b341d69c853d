import type { Json } from './json.ts';
import type { Quirks } from './quirks.ts';
import type { Resource } from './resources/resource.ts';

const uuid = /^[\da-f]{8}-[\da-f]{4}-/;

/** The number that the quirk `numericIds` has for an id; anything but a UUID as it is. */
export function numericId(id: unknown): unknown {
  return typeof id === 'string' && uuid.test(id) ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : id;
}

/** The beginning of the UUID that a numeric id stands for; undefined for an id that is no number. */
export function uuidBeginning(id: string): string | undefined {
  if (!/^\d+$/.test(id)) return undefined;
  const digits = Number(id).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-`;
}

/** Writes a record as the quirks have it, wherever it stands: in a list, alone or in a delivery. */
export function asWritten({ noun }: Pick<Resource, 'noun'>, record: Json, quirks: Quirks): Json {
  const {
    numericIds,
    numericTexts,
    amountsAsTexts,
    numbersUnderNoun,
    withoutNulls,
    epochDates,
    statusLabels,
    idsUnder,
    notesAs,
  } = quirks;
  const changes = [
    withoutNulls === true && each((_key, value) => (value === null ? [] : [value])),
    numericIds === true && each((key, value) => [/^id$|_id$/.test(key) ? numericId(value) : value]),
    numericTexts === true && each((key, value) => [/phone$|^number$/.test(key) ? digitsOf(value) : value]),
    amountsAsTexts === true && each((_key, value) => [typeof value === 'number' ? value.toFixed(2) : value]),
    epochDates !== undefined &&
      each((key, value) => [key.endsWith('_at') ? epoch(value, epochDates) : value]),
    statusLabels === true && each((key, value) => [key === 'status' ? statusLabel(value) : value]),
    notesAs !== undefined && each((key, value) => [key === 'notes' ? notes(value, notesAs) : value]),
    numbersUnderNoun === true && renamed('number', `${noun}_number`),
    idsUnder !== undefined && renamed('id', idsUnder === 'uuid' ? 'uuid' : `${noun}_id`),
  ].filter((change) => change !== false);
  return changes.reduce((written, change) => change(written), record);
}

type Change = (record: Json) => Json;

// `change` gives the new value in a list, or an empty list to leave the key out.
function each(change: (key: string, value: unknown) => unknown[]): Change {
  return (record) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => change(key, value).map((one) => [key, one])),
    );
}

function renamed(from: string, to: string): Change {
  return (record) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

function digitsOf(value: unknown): unknown {
  return typeof value === 'string' && /\d/.test(value) ? Number(value.replace(/\D/g, '')) : value;
}

function epoch(value: unknown, unit: 'seconds' | 'milliseconds'): unknown {
  if (typeof value !== 'string') return value;
  return unit === 'seconds' ? Math.floor(Date.parse(value) / 1000) : Date.parse(value);
}

function statusLabel(status: unknown): unknown {
  if (status === 'complete') return 'Completed';
  return String(status).replace(/(?:^|_)[a-z]/g, (letter) => letter.replace('_', ' ').toUpperCase());
}

function notes(value: unknown, how: NonNullable<Quirks['notesAs']>): unknown {
  if (typeof value !== 'string') return value;
  const paragraphs = value.split(/\n\s*\n/);
  switch (how) {
    case 'one line':
      return value.replace(/\s+/g, ' ');
    case 'paragraphs':
      return paragraphs.map((text) => `<p>${text}</p>`).join('');
    case 'without tags':
      return value.replace(/<[^<>]*>/g, '');
    case 'dated':
      return paragraphs.map((text) => `[2026-03-02 09:14] ${text}`).join('\n\n');
  }
}
