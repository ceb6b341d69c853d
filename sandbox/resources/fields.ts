import * as zod from 'zod';

/** A text of 1 to `max` characters. */
export function text(max = 500): zod.ZodType<string> {
  return zod.string().min(1, 'Must not be empty').max(max);
}

/**
 * A text that must be one of `values`.
 * @param what the name of the field in error messages, such as `status`
 */
export function oneOf(what: string, values: readonly string[]): zod.ZodType<string> {
  return zod.enum(values, {
    error: ({ input }) =>
      input === undefined ? `A ${what} is required` : `Unknown ${what} ${JSON.stringify(input)}`,
  });
}

export const notes = text(200_000);
export const source = text(100);
export const email = zod.email('Must be an email address');
export const phone = zod
  .string()
  .regex(/^\+[1-9]\d{7,14}$/, 'Must be a phone number in E.164 form, like +17045550123');
/** Two letters, as the examples have it: provinces and the army's post have theirs too. */
export const state = zod
  .string()
  .regex(/^[A-Z]{2}$/, { error: ({ input }) => `Unknown state ${JSON.stringify(input)}` });
export const zip = zod
  .string()
  .regex(
    /^\d{5}(-\d{4})?$|^[A-Z]\d[A-Z] ?\d[A-Z]\d$/,
    'Must be a ZIP code of 5 or 5+4 digits, or a Canadian one',
  );
export const date = zod.iso.date('Must be a real date, like 2026-03-20');
export const time = zod
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'Must be a time of day, like 09:00:00');
export const timestamp = zod.iso.datetime({
  precision: 3,
  error: 'Must be a UTC time with milliseconds, like 2026-04-19T00:00:00.000Z',
});
/** Checks only the shape of a UUID: the ids of the documented examples are no valid UUIDs of any version. */
export const id = zod.guid('Must be a UUID');
export const squareFeet = zod.number().positive();
export const stories = zod.int().min(1).max(10);
export const money = zod.number().min(0);
