import * as zod from 'zod/mini';
import { findChoice, isSlug, severalChoices } from './choices.ts';
import { isBrokenMapping } from './cleaning.ts';
import { fieldMeta, metaOf, type Choice, type FieldMeta, type FieldText } from './field_meta.ts';
import { lineForEach, type LineSubject } from './line_items.ts';
import { readDate, type Day } from './readers/date.ts';
import { readEmail } from './readers/email.ts';
import { readMoment } from './readers/moment.ts';
import { readPhone } from './readers/phone.ts';
import { readQuantity, type QuantityRule } from './readers/quantity.ts';
import { complain, read, type Reading } from './readers/reading.ts';
import { readRecordId } from './readers/record_id.ts';
import { readState } from './readers/state.ts';
import { readTime, type TimeOfDay } from './readers/time.ts';
import { readYesNo } from './readers/yes_no.ts';
import { readZip } from './readers/zip.ts';
import { Typed } from './typed.ts';

/*
 * The kinds of fields. Each function takes a field's label and help text and returns the schema that reads it.
 */

type FilledIn = string | number | boolean | string[] | Typed;
type WithChoices = FieldText & { choices: readonly Choice[] };
type Reader<T> = (typed: Typed) => Reading<T> | Promise<Reading<T>>;

// What a fixture may hold, and what arrives here from a form: always Typed.
const filledIn = zod.custom<FilledIn>((value) => value instanceof Typed, {
  error: 'has to be a single line of text',
});

const anyNumber = zod.number();

// The complaint when a field has none of its own.
zod.config({ customError: () => 'cannot be used' });

// No value that is understood, not just passed on, is longer, and on a longer one a reader could spend minutes.
const longest = 200;
const notOneLine = complain('has to be a single line of text');

function readBy<T>(reader: Reader<T>) {
  const transform = zod.transform(async (value: FilledIn, context): Promise<T | undefined> => {
    if (!(value instanceof Typed)) return undefined;
    const reading = isBrokenMapping(value.long)
      ? complain('holds a group of fields, not a text: map a single field of the earlier step')
      : await reader(value);
    if (reading === undefined || 'value' in reading) return reading?.value;
    context.issues.push({ code: 'custom', input: value.text, message: reading.complaint });
    return undefined;
  });
  return zod.pipe(filledIn, transform);
}

// Of one line: what has several items is refused, what has several lines is put into one.
function oneLineBy<T>(reader: (text: string, typed: Typed) => Reading<T> | Promise<Reading<T>>) {
  return readBy<T>((typed) =>
    typed.items.length > 1 ? notOneLine : reader(typed.text.replace(/\n/g, ' '), typed),
  );
}

function shortBy<T>(reader: (text: string, typed: Typed) => Reading<T> | Promise<Reading<T>>) {
  return oneLineBy<T>((text, typed) =>
    text.length > longest ? complain('is too long') : reader(text, typed),
  );
}

function withMeta<T extends zod.ZodMiniType>(schema: T, meta: FieldMeta): T {
  fieldMeta.add(schema, meta);
  return schema;
}

// All fields of a kind share the schema that reads them: one of its own for each took 2 ms of every cold start.
function kind<T extends zod.ZodMiniType>(reader: T) {
  return (field: FieldText): zod.ZodMiniOptional<T> =>
    withMeta(zod.optional(reader), { ...field, type: 'string' });
}

/** One line of text. */
export const text = kind(oneLineBy(read));

const asItCame = readBy(({ long }) => read(long));

/** Text of several lines, kept to the letter. */
export const longText = (field: FieldText) => withMeta(zod.optional(asItCame), { ...field, type: 'text' });

/** An email address, the first of several. Whether it exists is for the API to say. */
export const email = kind(readBy(({ text: typed }) => readEmail(typed)));

/** A phone number in any spelling, the first of several, sent as E.164. */
export const phone = kind(
  readBy(async ({ text: typed }) => {
    const reading = await readPhone(typed);
    return reading && 'value' in reading ? read(reading.value.number) : reading;
  }),
);

/** A US state by name, code or abbreviation, sent as two letters. */
export const state = kind(shortBy(readState));

/** A ZIP code. `stateKey` names the field of the state beside it. */
export const zip = (field: FieldText, stateKey: string) =>
  kind(shortBy((typed, { context }) => readZip(typed, context.beside(stateKey))))(field);

/**
 * A calendar day, with the time when one was written. Not a date field of Zapier's, which would move a date without a
 * time into a time zone.
 */
export const day = kind(shortBy<Day>((typed, { context }) => readDate(typed, context.timeZone)));

/** A time of day, or a range of two. */
export const time = kind(shortBy<TimeOfDay>((typed, { context }) => readTime(typed, context.timeZone)));

/** A day or a moment, sent in UTC with milliseconds. */
export const utcMoment = kind(shortBy((typed, { context }) => readMoment(typed, context.timeZone)));

/** A value out of a list, by value or label; a value that is not in the list passes as typed. */
export const choice = (field: WithChoices) =>
  kind(
    oneLineBy((typed, { items }) => {
      const several = severalChoices(field.choices, items);
      const known = several.filter((one) => findChoice(field.choices, one) !== undefined);
      if (several.length > 1 && known.length > 0) return complain('names more than one: write one of them');
      return read(findChoice(field.choices, typed)?.value ?? typed);
    }),
  )(field);

/** A status: out of the list, or one of the company's own, spelled as the API spells it ("on_hold"). */
export const statusChoice = (field: WithChoices) =>
  kind(shortBy((typed) => knownOr(isSlug, field.choices, typed)))(field);

/** A value out of a list, and no other. */
export const onlyChoice = (field: WithChoices) =>
  kind(shortBy((typed) => knownOr(() => false, field.choices, typed)))(field);

/** Several values out of a list: a list, or one text with commas, lines or bullets. Others pass as typed. */
export const choiceList = (field: WithChoices) => choicesBy(field, () => true);

/** Several values out of a list, and no others. */
export const onlyChoiceList = (field: WithChoices) => choicesBy(field, () => false);

/** The id of a record, picked from a dropdown of records or mapped from another step. */
export const recordId = kind(shortBy(readRecordId));

/** A number, whole or with a fraction; thousands may be set apart by commas, a unit may stand behind it. */
export const quantity = (field: FieldText, rule: QuantityRule) =>
  withMeta(zod.optional(oneLineBy((typed) => readQuantity(typed, rule))), {
    ...field,
    type: rule.whole === true ? 'integer' : 'number',
  });

const yesOrNo: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const yesNoReader = shortBy(readYesNo);

/** Yes or no. */
export const yesNo = (field: FieldText) =>
  withMeta(zod.optional(yesNoReader), { ...field, choices: yesOrNo, type: 'boolean' });

/** Line items: several lines of fields each, such as the services of an estimate. `subject` is what a line is about. */
export const lineItems = <F extends zod.ZodMiniObject>(field: FieldText, subject: LineSubject, each: F) =>
  withMeta(
    zod.optional(
      zod.pipe(
        zod.transform((lines: unknown) => lineForEach(subject, lines)),
        zod.array(each, { error: 'has to be a list of lines' }),
      ),
    ),
    { ...field, type: 'string' },
  );

/** A moment in a record, as the API writes it. Output only. */
export const moment = (field: FieldText) => withMeta(zod.optional(filledIn), { ...field, type: 'datetime' });

/** An amount in a record. Output only. */
export const amount = (field: FieldText) => withMeta(zod.optional(anyNumber), { ...field, type: 'number' });

/**
 * The same field, refused when it is left blank.
 * @throws Error when the field was made by none of the functions above
 */
export function required<T extends zod.ZodMiniType>(field: T): zod.ZodMiniNonOptional<T> {
  return withMeta(zod.nonoptional(field), metaOf('', field));
}

function knownOr(
  isOwn: (text: string) => boolean,
  choices: readonly Choice[],
  typed: string,
): Reading<string> {
  const known = findChoice(choices, typed);
  if (known !== undefined) return read(known.value);
  return isOwn(typed) ? read(typed) : complain(`is not one of: ${labels(choices)}`);
}

function choicesBy(field: WithChoices, passes: (text: string) => boolean) {
  const several = readBy(({ items }) => {
    const values = severalChoices(field.choices, items);
    const unknown = values.find((value) => findChoice(field.choices, value) === undefined && !passes(value));
    if (unknown !== undefined) return complain(`is not one of: ${labels(field.choices)}`);
    return read([...new Set(values.map((value) => findChoice(field.choices, value)?.value ?? value))]);
  });
  return withMeta(zod.optional(several), { ...field, type: 'string', list: true });
}

function labels(choices: readonly Choice[]): string {
  return choices.map(({ label }) => label).join(', ');
}
