import * as zod from 'zod/mini';
import { isBrokenMapping, isOnlyBrokenMapping } from './cleaning.ts';
import { fieldMeta, type FieldMeta, type FieldText } from './field_meta.ts';
import { complain, type Reading } from './readers/reading.ts';
import { Typed } from './typed.ts';

/*
 * How a field's schema reads what was filled in.
 */

type Reader<T> = (typed: Typed) => Reading<T> | Promise<Reading<T>>;

const groupOfFields = complain('holds a group of fields, not a text: map a single field of the earlier step');
const notOneLine = complain('has to be a single line of text');

/** Takes what was filled in, cleaned, and nothing else. */
export const filledIn = zod.custom<Typed>((value) => value instanceof Typed, {
  error: groupOfFields.complaint,
});

// The complaint when a field has none of its own.
zod.config({ customError: () => 'cannot be used' });

/** A field that a reader reads. The complaint of the reader becomes the field's. */
export function readBy<T>(reader: Reader<T>) {
  const transform = zod.transform(async (value: Typed, context): Promise<T | undefined> => {
    const reading = isOnlyBrokenMapping(value.long) ? groupOfFields : await reader(value);
    if (reading === undefined || 'value' in reading) return reading?.value;
    context.issues.push({ code: 'custom', input: value.text, message: reading.complaint });
    return undefined;
  });
  return zod.pipe(filledIn, transform);
}

/** A field of one line: several items are refused, several lines are put into one. */
export function oneLineBy<T>(reader: (text: string, typed: Typed) => Reading<T> | Promise<Reading<T>>) {
  return readBy<T>((typed) => {
    if (typed.items.length > 1) return notOneLine;
    return isBrokenMapping(typed.text) ? groupOfFields : reader(typed.text.replace(/\n/g, ' '), typed);
  });
}

/** The schema with what Zapier draws of it. */
export function withMeta<T extends zod.ZodMiniType>(schema: T, meta: FieldMeta): T {
  fieldMeta.add(schema, meta);
  return schema;
}

/**
 * A kind of field. All its fields share the schema that reads them: one of its own for each took 2 ms of every cold
 * start.
 */
export function kind<T extends zod.ZodMiniType>(reader: T) {
  return (field: FieldText): zod.ZodMiniOptional<T> =>
    withMeta(zod.optional(reader), { ...field, type: 'string' });
}
