import * as zod from 'zod/mini';
import { readDate, type Day } from './readers/date.ts';
import { readEmail } from './readers/email.ts';
import { readMoment } from './readers/moment.ts';
import { readPhone } from './readers/phone.ts';
import { readQuantity } from './readers/quantity.ts';
import { readState } from './readers/state.ts';
import { readTime } from './readers/time.ts';
import { readYesNo } from './readers/yes_no.ts';
import { readZip } from './readers/zip.ts';

/** One entry of a dropdown: the API's value and the words a person reads. */
export interface Choice {
  value: string;
  label: string;
}

/** What a field shows a person, beside what its schema checks. */
export interface Copy {
  label: string;
  helpText?: string;
  /** What the field says when the Zap is made. */
  default?: string;
  choices?: readonly Choice[];
  /** The list behind a dropdown of records, as `trigger.id.label`. */
  dynamic?: string;
  /** The search that can fill the field, as `search.id`. */
  search?: string;
}

/** The copy with what the kind of field adds to it for Zapier. */
export interface Drawn extends Copy {
  type: 'string' | 'text' | 'integer' | 'number' | 'boolean' | 'datetime';
  list?: boolean;
}

/** Label, help, choices and type of every field, by its schema. */
export const drawn = zod.registry<Drawn>();

// Other apps hand over numbers and yes/no where a person sees text.
const typed = zod.pipe(
  zod.union([zod.string(), zod.number(), zod.boolean()], { error: 'has to be a single line of text' }),
  // Half of an emoji, left over from a text that was cut, cannot be sent.
  zod.transform((value) => String(value).replace(/\p{Surrogate}/gu, '\uFFFD')),
);

const anyNumber = zod.number();

// What no field says better itself.
zod.config({ customError: () => 'cannot be used' });

type Reader<T> = (typed: string) => T | undefined | Promise<T | undefined>;

// What people write into a field that a form makes them fill in.
const nothing = /^(?:n\/?a|none|unknown|-+|\.+)$/i;
// Nothing that can be read is longer; what is, could keep a reader busy for minutes.
const longest = 200;

// A field whose text is read, not just passed on: refused with a complaint when it cannot be.
function reading<T>(read: Reader<T>, complaint: string) {
  const transform = zod.transform(async (value: string, context): Promise<T | undefined> => {
    if (nothing.test(value.trim())) return undefined;
    const result = value.length > longest ? undefined : await read(value);
    if (result === undefined) context.issues.push({ code: 'custom', input: value, message: complaint });
    return result;
  });
  return zod.pipe(typed, transform);
}

function passing(change: (typed: string) => string) {
  return zod.pipe(typed, zod.transform(change));
}

function draw<T extends zod.ZodMiniType>(schema: T, copy: Drawn): T {
  drawn.add(schema, copy);
  return schema;
}

// All fields of a kind read by one schema: three for each of them took 2 ms of every cold start.
function line<T extends zod.ZodMiniType>(reads: T) {
  return (copy: Copy): zod.ZodMiniOptional<T> => draw(zod.optional(reads), { ...copy, type: 'string' });
}

/** One line of text. */
export const text = line(passing((value) => value.trim()));

/** Text of several lines, kept to the letter. */
export const longText = (copy: Copy) => draw(zod.optional(typed), { ...copy, type: 'text' });

/** An email address. Whether it exists is for the API to say. */
export const email = line(reading(readEmail, 'is not an email address'));

/** A phone number, read in any spelling, sent as E.164. */
export const phone = line(reading(readPhone, 'is not a phone number: write it like (704) 555-0123'));

/** A US state by name or code, sent as two letters. */
export const state = line(reading(readState, 'is not a state: write it like NC or North Carolina'));

/** A ZIP code. */
export const zip = line(passing(readZip));

/**
 * A calendar day, with the time when one was written. No date field of Zapier's: that would move a date without a time
 * into a time zone.
 */
export const day = line(reading<Day>(readDate, 'is not a date: write it like 03/20/2026 or 2026-03-20'));

/** A time of day, sent as HH:MM:SS. */
export const time = line(reading(readTime, 'is not a time: write it like 9:00 AM or 14:30'));

/** A value out of a list, by value or label in any case; a value that is not in the list passes as typed. */
export const choice = (copy: Copy & { choices: readonly Choice[] }) =>
  line(passing((value) => fromChoices(copy.choices, value)))(copy);

/** A value out of a list, by value or label in any case, and no other. */
export const onlyChoice = (copy: Copy & { choices: readonly Choice[] }) => {
  const find = (value: string): string | undefined =>
    copy.choices.find((one) => one.value === fromChoices(copy.choices, value))?.value;
  const labels = copy.choices.map(({ label }) => label).join(' or ');
  return line(reading(find, `has to be ${labels}`))(copy);
};

/** Several values out of a list. One text with commas counts as several. */
export const choiceList = (copy: Copy & { choices: readonly Choice[] }) => {
  const several = zod.pipe(
    zod.union([typed, zod.array(typed)], { error: 'has to be a list of texts' }),
    zod.transform((value) => {
      const parts = Array.isArray(value) ? value : value.split(',');
      return parts.filter((part) => part.trim() !== '').map((part) => fromChoices(copy.choices, part));
    }),
  );
  return draw(zod.optional(several), { ...copy, type: 'string', list: true });
};

/** The id of a record, picked from a dropdown of them or mapped from another step. */
export const recordId = text;

/** A whole number or a fraction of at least `least`; thousands may be set apart by commas. */
export const quantity = (copy: Copy, least: number, whole = false) =>
  draw(
    zod.optional(
      reading(
        (value) => readQuantity(value, least, whole),
        `has to be a ${whole ? 'whole ' : ''}number of at least ${least}`,
      ),
    ),
    { ...copy, type: whole ? 'integer' : 'number' },
  );

/** Yes or no. */
export const yesNo = (copy: Copy) =>
  draw(zod.optional(reading(readYesNo, 'has to be yes or no')), { ...copy, type: 'boolean' });

/** A day or a moment, sent in UTC with milliseconds. What has no zone is taken as UTC. */
export const utcMoment = line(reading(readMoment, 'is not a date: write it like 04/19/2026 or 2026-04-19'));

/** Several lines of fields each, such as the services of an estimate. */
export const lines = <F extends zod.ZodMiniObject>(copy: Copy, each: F) =>
  draw(zod.optional(zod.array(each, { error: 'has to be a list of lines' })), { ...copy, type: 'string' });

/** A moment in a record, as the API writes it. Output only. */
export const moment = (copy: Copy) => draw(zod.optional(typed), { ...copy, type: 'datetime' });

/** An amount in a record. Output only. */
export const amount = (copy: Copy) => draw(zod.optional(anyNumber), { ...copy, type: 'number' });

/** The same field, refused when it is left out. */
export function required<T extends zod.ZodMiniType>(field: T): zod.ZodMiniNonOptional<T> {
  return draw(zod.nonoptional(field), copyOf('', field));
}

/** What a field shows. Throws when the schema has no label: then it is not made by a kind of this file. */
export function copyOf(key: string, schema: zod.core.$ZodType): Drawn {
  const copy = drawn.get(schema);
  if (copy === undefined) throw new Error(`The field ${key} has no label.`);
  return copy;
}

function fromChoices(choices: readonly Choice[], typedValue: string): string {
  const wanted = typedValue.trim();
  const match = choices.find(({ value, label }) =>
    [value, label].some((name) => name.toLowerCase() === wanted.toLowerCase()),
  );
  return match?.value ?? wanted;
}
