import * as zod from 'zod/mini';
import { isPlaceholder, withoutMissingParts } from './cleaning.ts';
import { metaOf, type Choice, type FieldText } from './field_meta.ts';
import { filledIn, kind, oneLineBy, readBy, withMeta } from './field_schema.ts';
import { lineForEach, type LineSubject } from './line_items.ts';
import type { Day } from './readers/date.ts';
import { readQuantity, type QuantityRule } from './readers/quantity.ts';
import { read } from './readers/reading.ts';
import { readRecordId } from './readers/record_id.ts';
import type { TimeOfDay } from './readers/time.ts';
import { readYesNo } from './readers/yes_no.ts';

/*
 * The kinds of fields. Each function takes a field's label and help text and returns the schema that reads it. The larger
 * readers are loaded when a form is first read: loading the app, which every step pays for, does not need them.
 */

const anyNumber = zod.number();

/** One line of text. */
export const text = kind(oneLineBy(read));

/** A person's name, without the words that stand for a part that was not there ("Taylor undefined"). */
export const personName = kind(
  oneLineBy((typed) => {
    const name = withoutMissingParts(typed);
    return name === '' ? undefined : read(name);
  }),
);

/** What tells one submission from another. Without a part that differs, such as "quote-" alone, it counts as blank. */
export const reference = kind(
  readBy(({ items }) => {
    const typed = items.join('-').replace(/\n/g, ' ');
    const differing = typed.replace(/^.*[-_:#\s]/, '');
    return isPlaceholder(differing) || typed === '0' ? undefined : read(typed);
  }),
);

const asItCame = readBy(({ long }) => read(long));

/** Text of several lines, kept to the letter. */
export const longText = (field: FieldText) => withMeta(zod.optional(asItCame), { ...field, type: 'text' });

/** An email address, the first of several. Whether it exists is for the API to say. */
export const email = kind(
  readBy(async ({ text: typed }) => {
    const { readEmail } = await import('./readers/larger.ts');
    return readEmail(typed);
  }),
);

/** A phone number in any spelling, the first of several, sent as E.164. */
export const phone = kind(
  readBy(async ({ text: typed }) => {
    const { readPhone } = await import('./readers/larger.ts');
    const reading = await readPhone(typed);
    return reading && 'value' in reading ? read(reading.value.number) : reading;
  }),
);

/** A phone number with the extension behind it, which the API does not take. */
export const phoneWithExtension = kind(
  readBy(async ({ text: typed }) => {
    const { readPhone } = await import('./readers/larger.ts');
    return readPhone(typed);
  }),
);

/** A US state by name, code or abbreviation, sent as two letters. */
export const state = kind(
  oneLineBy(async (typed) => {
    const { readState } = await import('./readers/larger.ts');
    return readState(typed);
  }),
);

/** A ZIP code. `stateKey` names the field of the state beside it. */
export const zip = (field: FieldText, stateKey: string) =>
  kind(
    oneLineBy(async (typed, { context }) => {
      const { readZip } = await import('./readers/larger.ts');
      return readZip(typed, { state: context.beside(stateKey), isHidden: context.changesRecord });
    }),
  )(field);

/**
 * A calendar day, with the time when one was written. Not a date field of Zapier's, which would move a date without a
 * time into a time zone.
 */
export const day = kind(
  oneLineBy<Day>(async (typed, { context }) => {
    const { readDate } = await import('./readers/larger.ts');
    return readDate(typed, context.timeZone);
  }),
);

/** A calendar day alone, which may be "today" or "tomorrow" too. */
export const nearDay = kind(
  oneLineBy(async (typed, { context }) => {
    const { readNearDay } = await import('./readers/larger.ts');
    return readNearDay(typed, context.timeZone);
  }),
);

/** A time of day, or a range of two. */
export const time = kind(
  oneLineBy<TimeOfDay>(async (typed, { context }) => {
    const { readTime } = await import('./readers/larger.ts');
    return readTime(typed, context.timeZone);
  }),
);

/** A day or a moment, sent in UTC with milliseconds. */
export const utcMoment = kind(
  oneLineBy(async (typed, { context }) => {
    const { readMoment } = await import('./readers/larger.ts');
    return readMoment(typed, context.timeZone);
  }),
);

/** The id of a record, picked from a dropdown of records or mapped from another step. */
export const recordId = kind(oneLineBy(readRecordId));

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
const yesNoReader = oneLineBy(readYesNo);

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
 * The same field with another help text, for a form in which it does something else.
 * @throws Error when the field was made by none of the functions above
 */
export function helped<T extends zod.core.$ZodType>(field: T, helpText: string): zod.ZodMiniOptional<T> {
  return withMeta(zod.optional(field), { ...metaOf('', field), helpText });
}

/**
 * The same field, refused when it is left blank.
 * @throws Error when the field was made by none of the functions above
 */
export function required<T extends zod.ZodMiniType>(field: T): zod.ZodMiniNonOptional<T> {
  return withMeta(zod.nonoptional(field), metaOf('', field));
}
