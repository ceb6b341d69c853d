import { comparableChoice, findChoice, isSlug } from '../forms/choices.ts';
import type { Choice } from '../forms/field_meta.ts';
import { isBlank, isObject, ownMember } from '../lib/guards.ts';
import { amountIn } from './amount_in.ts';
import { isMasked, phoneNumbers } from './contacts.ts';
import { dayIn } from './day_in.ts';
import { timeIn } from './time_in.ts';

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
  if (choices.length > 0) return compareChoices(ours, theirs, choices);
  if (typeof ours === 'number') return compareNumbers(ours, theirs);
  if (typeof ours === 'boolean') return compareYesNo(ours, theirs);
  const [own, text] = [textOf(ours), textOf(theirs).trim()];
  if (isMasked(text)) return 'unclear';
  if (/^\d{4}-\d\d-\d\d$/.test(own)) return compareDays(own, text);
  if (/^\d\d:\d\d:\d\d$/.test(own)) return compareTimes(own, text);
  if (/^\+\d{8,15}$/.test(own)) return comparePhones(own, text);
  if (/^\S+@\S+$/.test(own)) return compareEmails(own, text);
  return compareWords(plainWords(own), plainWords(text));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function verdict(isSame: boolean): Comparison {
  return isSame ? 'same' : 'different';
}

// What is neither a known value nor spelled as one may be another name for ours.
function compareChoices(ours: unknown, theirs: unknown, choices: readonly Choice[]): Comparison {
  if (choiceOf(choices, ours) === choiceOf(choices, theirs)) return 'same';
  const text = textOf(theirs);
  return findChoice(choices, text) !== undefined || isSlug(text) ? 'different' : 'unclear';
}

// Amounts may be cents.
function compareNumbers(ours: number, theirs: unknown): Comparison {
  const amount = amountIn(theirs);
  if (amount === undefined) return 'unclear';
  if (amount === ours) return 'same';
  return Math.abs(amount - ours * 100) < 0.5 ? 'unclear' : 'different';
}

function compareYesNo(ours: boolean, theirs: unknown): Comparison {
  const text = textOf(theirs).trim().toLowerCase();
  if (['true', 'yes', '1', 'on'].includes(text)) return verdict(ours);
  return ['false', 'no', '0', 'off'].includes(text) ? verdict(!ours) : 'unclear';
}

function comparePhones(ours: string, theirs: string): Comparison {
  const shown = phoneNumbers(theirs);
  if (shown.length === 0) return 'unclear';
  return verdict(phoneNumbers(ours).some((own) => shown.includes(own)));
}

function compareEmails(ours: string, theirs: string): Comparison {
  const shown = theirs.toLowerCase().match(/[^\s,;<>()"':]+@[^\s,;<>()"']+/g);
  return shown === null ? 'unclear' : verdict(shown.includes(ours.toLowerCase()));
}

function compareLists(ours: unknown, theirs: unknown, choices: readonly Choice[]): Comparison {
  const [some, others] = [listOf(ours), listOf(theirs)];
  if ([...some, ...others].some((item) => typeof item === 'object' && item !== null))
    return compareLines(some, others);
  const inOrder = (list: unknown[]): string =>
    list
      .map((item) => choiceOf(choices, item))
      .sort()
      .join('\n');
  return verdict(inOrder(some) === inOrder(others));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
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
  if (/^\d\d?\/\d\d?\/\d{4}$/.test(theirs)) return verdict(dayIn(theirs) === ours);
  const [day, isMoment] = [theirs.slice(0, 10), theirs.length > 10];
  if (!/^\d{4}-\d\d-\d\d/.test(theirs)) return 'unclear';
  if (day === ours) return 'same';
  const apartMs = Math.abs(Date.parse(day) - Date.parse(ours));
  return isMoment && apartMs <= 24 * 60 * 60 * 1000 ? 'unclear' : 'different';
}

function compareTimes(ours: string, theirs: string): Comparison {
  // A moment may be written in another zone.
  const time = /[Tt ]\d|[zZ]$|\d[+-]\d/.test(theirs) ? undefined : timeIn(theirs);
  return time === undefined ? 'unclear' : verdict(ours.startsWith(time.slice(0, 5)));
}

const enough = 0.6;
// Where APIs cut texts.
const leastPart = 50;

// An API may cut a text, put the city behind the street, or write "St" as "Street". Other numbers, and mostly other words,
// are another text.
function compareWords(ours: string, theirs: string): Comparison {
  if (ours === '' || theirs === '') return 'unclear';
  const [some, others] = [wordsOf(ours), wordsOf(theirs)];
  if ([...some].sort().join(' ') === [...others].sort().join(' ')) return 'same';
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  const isCut =
    Math.min(ours.length, theirs.length) >= leastPart && (ours.startsWith(theirs) || theirs.startsWith(ours));
  const isStreet = /^\d/.test(ours) && short.every((word, index) => word === long[index]);
  if (isCut || isStreet) return 'unclear';
  // A state may be two letters or a name.
  const letters = [ours, theirs].filter((text) => /^\p{L}{2}$/u.test(text)).length;
  if (letters > 0) return letters === 2 ? 'different' : 'unclear';
  const numbers = (words: string[]): string =>
    words
      .filter((word) => /\d/.test(word))
      .sort()
      .join(' ');
  if (numbers(some) !== numbers(others)) return 'different';
  const shared = short.filter((word) => long.some((other) => isPart(word, other))).length;
  return shared / short.length > enough ? 'unclear' : 'different';
}

// "0282" and "282" are one number: JSON has no zeros before one.
function wordsOf(text: string): string[] {
  return text.split(' ').map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word));
}

// "St" of "Street", "M" of "Morgan". Numbers are whole or others.
function isPart(one: string, other: string): boolean {
  return !/\d/.test(one + other) ? one.startsWith(other) || other.startsWith(one) : one === other;
}
