import { comparableChoice, findChoice } from '../forms/choices.ts';
import type { Choice } from '../forms/field_meta.ts';
import { isBlank, isObject, ownMember } from '../lib/guards.ts';
import { phoneNumbers } from './contacts.ts';

/*
 * Whether two values are one, however each is written.
 */

/** `unclear`: one of them is missing, or they are written so that nobody can tell. */
export type Comparison = 'same' | 'different' | 'unclear';

/** A choice as it can be compared: its value when it is a known one by value, label or another word for it. */
export function choiceOf(choices: readonly Choice[], value: unknown): string {
  const text = textOf(value);
  return comparableChoice(findChoice(choices, text)?.value ?? text);
}

/** A text without what an API may change in it: case, blanks, signs, entities, how accents are composed. */
export function plainWords(value: unknown): string {
  return textOf(value)
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&(?:apos|#39|#x27|rsquo|lsquo);/gi, "'")
    .replace(/&(?:nbsp|quot|lt|gt|#\d+|#x[\da-f]+);/gi, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Compares what was written with what a record shows.
 * @param ours as the API takes it: an ISO day, a time with seconds, E.164, a choice's value
 * @param theirs as the API shows it
 * @param choices the choices of the field, when it has some
 */
export function compareValues(ours: unknown, theirs: unknown, choices: readonly Choice[] = []): Comparison {
  if (isBlank(ours) || isBlank(theirs)) return 'unclear';
  if (Array.isArray(ours) || Array.isArray(theirs)) return compareLists(ours, theirs, choices);
  if (typeof ours === 'object' || typeof theirs === 'object') return 'unclear';
  if (choices.length > 0) return verdict(choiceOf(choices, ours) === choiceOf(choices, theirs));
  if (typeof ours !== 'string') return verdict(textOf(ours) === textOf(theirs));
  const text = textOf(theirs).trim();
  if (/^\d{4}-\d\d-\d\d$/.test(ours)) return compareDays(ours, text);
  if (/^\d\d:\d\d:\d\d$/.test(ours)) return compareTimes(ours, text);
  if (/^\+\d{8,15}$/.test(ours)) return verdict(phoneNumbers(text).includes(String(phoneNumbers(ours)[0])));
  if (/^\S+@\S+$/.test(ours)) return verdict(ours.toLowerCase() === text.toLowerCase());
  return compareWords(plainWords(ours), plainWords(text));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function verdict(isSame: boolean): Comparison {
  return isSame ? 'same' : 'different';
}

function compareLists(ours: unknown, theirs: unknown, choices: readonly Choice[]): Comparison {
  const [some, others] = [ours, theirs].map((list): unknown[] => (Array.isArray(list) ? list : [list]));
  const all = [...(some ?? []), ...(others ?? [])];
  if (all.some((item) => typeof item === 'object' && item !== null))
    return compareLines(some ?? [], others ?? []);
  const sorted = [some, others].map((list = []) =>
    list
      .map((item) => choiceOf(choices, item))
      .sort()
      .join('\n'),
  );
  return verdict(sorted[0] === sorted[1]);
}

// Lines may gain what the API works out for them, such as a price; but each of ours must have one that may be it.
function compareLines(ours: unknown[], theirs: unknown[]): Comparison {
  const mayBe = (one: unknown, other: unknown): boolean =>
    isObject(one) && isObject(other)
      ? Object.keys(one).every((key) => compareValues(one[key], ownMember(other, key)) !== 'different')
      : compareValues(one, other) !== 'different';
  return ours.every((one) => theirs.some((other) => mayBe(one, other))) ? 'unclear' : 'different';
}

// A day that an API writes as a moment may lie a day beside ours, by its zone.
function compareDays(ours: string, theirs: string): Comparison {
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(theirs);
  if (american !== null) {
    const [, month = '', date = '', year = ''] = american;
    return verdict(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` === ours);
  }
  const [day, isMoment] = [theirs.slice(0, 10), theirs.length > 10];
  if (!/^\d{4}-\d\d-\d\d/.test(theirs)) return 'unclear';
  if (day === ours) return 'same';
  const apartMs = Math.abs(Date.parse(day) - Date.parse(ours));
  return isMoment && apartMs <= 24 * 60 * 60 * 1000 ? 'unclear' : 'different';
}

function compareTimes(ours: string, theirs: string): Comparison {
  const match = /^(\d\d?):(\d\d)(?::\d\d(?:\.\d+)?)?\s*([ap])?\.?m?\.?$/i.exec(theirs);
  if (match === null) return 'unclear';
  const [, hours = '', minutes = '', half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return verdict(ours.startsWith(`${String(hour).padStart(2, '0')}:${minutes}`));
}

const enough = 0.6;
// Where APIs cut texts.
const leastPart = 50;

// An API may cut a text, or write "St" as "Street". Other numbers, and mostly other words, are another text.
function compareWords(ours: string, theirs: string): Comparison {
  if (ours === '' || theirs === '') return 'unclear';
  const [some, others] = [ours, theirs].map((text) => text.split(' '));
  if (some === undefined || others === undefined) return 'unclear';
  if ([...some].sort().join(' ') === [...others].sort().join(' ')) return 'same';
  const [short, long] = [ours, theirs].sort((a, b) => a.length - b.length);
  const isCut = short !== undefined && short.length >= leastPart;
  const isZip = /^\d{5}$/.test(short ?? '') && /^\d{5} \d{4}$/.test(long ?? '');
  if ((isCut || isZip) && long?.startsWith(short ?? '') === true) return 'unclear';
  // A state may be two letters or a name.
  if (short?.length === 2 && !short.includes(' ')) return long?.length === 2 ? 'different' : 'unclear';
  const numbers = (words: string[]): string =>
    words
      .filter((word) => /\d/.test(word))
      .sort()
      .join(' ');
  if (numbers(some) !== numbers(others)) return 'different';
  const shared = some.filter((word) => others.includes(word)).length;
  return shared / Math.min(some.length, others.length) > enough ? 'unclear' : 'different';
}
