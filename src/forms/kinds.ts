import * as zod from 'zod/mini';
import { fieldMeta, metaOf, type Choice, type FieldMeta, type FieldText } from './field_meta.ts';
import { readDate, type Day } from './readers/date.ts';
import { readEmail } from './readers/email.ts';
import { readMoment } from './readers/moment.ts';
import { readPhone } from './readers/phone.ts';
import { readQuantity } from './readers/quantity.ts';
import { readState } from './readers/state.ts';
import { readTime } from './readers/time.ts';
import { readYesNo } from './readers/yes_no.ts';
import { readZip } from './readers/zip.ts';

/*
 * The kinds of fields. Each function takes a field's label and help text and returns the schema that reads it.
 */

type WithChoices = FieldText & { choices: readonly Choice[] };

// Where a person sees text, other apps may hand over a number or a yes/no.
const input = zod.pipe(
  zod.union([zod.string(), zod.number(), zod.boolean()], { error: 'has to be a single line of text' }),
  // Half of an emoji, left over from a text that was cut, cannot be sent.
  zod.transform((value) => String(value).replace(/\p{Surrogate}/gu, '\uFFFD')),
);

const anyNumber = zod.number();

// The complaint when a field has none of its own.
zod.config({ customError: () => 'cannot be used' });

type Reader<T> = (typed: string) => T | undefined | Promise<T | undefined>;

// What people write into a field that a form makes them fill in.
const placeholder = /^(?:n\/?a|none|unknown|-+|\.+)$/i;
// No value that can be read is longer, and on a longer one a reader could spend minutes.
const longest = 200;

// A field whose text is understood, not just passed on: refused with the complaint when the reader finds nothing.
function readBy<T>(read: Reader<T>, complaint: string) {
  const transform = zod.transform(async (value: string, context): Promise<T | undefined> => {
    if (placeholder.test(value.trim())) return undefined;
    const result = value.length > longest ? undefined : await read(value);
    if (result === undefined) context.issues.push({ code: 'custom', input: value, message: complaint });
    return result;
  });
  return zod.pipe(input, transform);
}

function changedBy(change: (typed: string) => string) {
  return zod.pipe(input, zod.transform(change));
}

function withMeta<T extends zod.ZodMiniType>(schema: T, meta: FieldMeta): T {
  fieldMeta.add(schema, meta);
  return schema;
}

// All fields of a kind share the schema that reads them: one of its own for each took 2 ms of every cold start.
function oneLine<T extends zod.ZodMiniType>(reader: T) {
  return (field: FieldText): zod.ZodMiniOptional<T> =>
    withMeta(zod.optional(reader), { ...field, type: 'string' });
}

/** One line of text. */
export const text = oneLine(changedBy((value) => value.trim()));

/** Text of several lines, kept to the letter. */
export const longText = (field: FieldText) => withMeta(zod.optional(input), { ...field, type: 'text' });

/** An email address. Whether it exists is for the API to say. */
export const email = oneLine(readBy(readEmail, 'is not an email address'));

/** A phone number in any spelling, sent as E.164. */
export const phone = oneLine(readBy(readPhone, 'is not a phone number: write it like (704) 555-0123'));

/** A US state by name or code, sent as two letters. */
export const state = oneLine(readBy(readState, 'is not a state: write it like NC or North Carolina'));

/** A ZIP code. */
export const zip = oneLine(changedBy(readZip));

/**
 * A calendar day, with the time when one was written. Not a date field of Zapier's, which would move a date without a
 * time into a time zone.
 */
export const day = oneLine(readBy<Day>(readDate, 'is not a date: write it like 03/20/2026 or 2026-03-20'));

/** A time of day, sent as HH:MM:SS. */
export const time = oneLine(readBy(readTime, 'is not a time: write it like 9:00 AM or 14:30'));

/** A value out of a list, by value or label in any case; a value that is not in the list passes as typed. */
export const choice = (field: WithChoices) =>
  oneLine(changedBy((value) => fromChoices(field.choices, value)))(field);

/** A value out of a list, by value or label in any case, and no other. */
export const onlyChoice = (field: WithChoices) => {
  const find = (value: string): string | undefined =>
    field.choices.find((one) => one.value === fromChoices(field.choices, value))?.value;
  const labels = field.choices.map(({ label }) => label).join(' or ');
  return oneLine(readBy(find, `has to be ${labels}`))(field);
};

/** Several values out of a list. One text with commas counts as several. */
export const choiceList = (field: WithChoices) => {
  const several = zod.pipe(
    zod.union([input, zod.array(input)], { error: 'has to be a list of texts' }),
    zod.transform((value) => {
      const parts = Array.isArray(value) ? value : value.split(',');
      return parts.filter((part) => part.trim() !== '').map((part) => fromChoices(field.choices, part));
    }),
  );
  return withMeta(zod.optional(several), { ...field, type: 'string', list: true });
};

/** The id of a record, picked from a dropdown of records or mapped from another step. */
export const recordId = text;

/** A whole number or a fraction of at least `least`; thousands may be set apart by commas. */
export const quantity = (field: FieldText, least: number, whole = false) =>
  withMeta(
    zod.optional(
      readBy(
        (value) => readQuantity(value, least, whole),
        `has to be a ${whole ? 'whole ' : ''}number of at least ${least}`,
      ),
    ),
    { ...field, type: whole ? 'integer' : 'number' },
  );

/** Yes or no. */
export const yesNo = (field: FieldText) =>
  withMeta(zod.optional(readBy(readYesNo, 'has to be yes or no')), { ...field, type: 'boolean' });

/** A day or a moment, sent in UTC with milliseconds. What has no zone is taken as UTC. */
export const utcMoment = oneLine(readBy(readMoment, 'is not a date: write it like 04/19/2026 or 2026-04-19'));

/** Line items: several lines of fields each, such as the services of an estimate. */
export const lineItems = <F extends zod.ZodMiniObject>(field: FieldText, each: F) =>
  withMeta(zod.optional(zod.array(each, { error: 'has to be a list of lines' })), {
    ...field,
    type: 'string',
  });

/** A moment in a record, as the API writes it. Output only. */
export const moment = (field: FieldText) => withMeta(zod.optional(input), { ...field, type: 'datetime' });

/** An amount in a record. Output only. */
export const amount = (field: FieldText) => withMeta(zod.optional(anyNumber), { ...field, type: 'number' });

/**
 * The same field, refused when it is left blank.
 * @throws Error when the field was made by none of the functions above
 */
export function required<T extends zod.ZodMiniType>(field: T): zod.ZodMiniNonOptional<T> {
  return withMeta(zod.nonoptional(field), metaOf('', field));
}

function fromChoices(choices: readonly Choice[], typed: string): string {
  const wanted = typed.trim();
  const match = choices.find(({ value, label }) =>
    [value, label].some((name) => name.toLowerCase() === wanted.toLowerCase()),
  );
  return match?.value ?? wanted;
}
