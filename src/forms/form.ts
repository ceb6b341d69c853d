import type { Bundle } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { invalidForm, type FormProblem } from '../errors/form_error.ts';
import { isObject } from '../lib/guards.ts';
import { runOf } from '../lib/run.ts';
import { isTimeZone } from '../lib/time_zone.ts';
import { hasEntities, type Decode } from './cleaning.ts';
import { labelOf, type Form } from './labels.ts';
import { refuseTooLarge } from './size.ts';
import { cleanForm, Typed } from './typed.ts';

/** What was filled in, and what Zapier says about the run. */
export interface FilledIn {
  inputData: Bundle['inputData'];
  meta: Partial<Bundle['meta']>;
  /** True when the form changes a record, whose other fields have values that the form does not show. */
  changesRecord?: boolean;
}

/** Two forms that were read, and the fields that could not be. */
export interface LenientReading<A extends Form, B extends Form> {
  values: zod.output<A>;
  beside: zod.output<B>;
  unread: (FormProblem & { key: string })[];
}

/**
 * Reads what a person filled in. Blank and placeholders such as N/A count as left out, unknown keys are dropped.
 * @returns the values in the one form that the API takes
 * @throws Error naming every wrong or missing field by its label
 */
export async function readForm<F extends Form>(form: F, filledIn: FilledIn): Promise<zod.output<F>> {
  const [values] = await readForms(form, zod.object({}), filledIn);
  return values;
}

/**
 * Reads two forms that a person filled in as one, such as a record's fields and Unique Reference.
 * @returns the values of each
 * @throws Error naming every wrong or missing field of both by its label
 */
export async function readForms<A extends Form, B extends Form>(
  form: A,
  beside: B,
  filledIn: FilledIn,
): Promise<[zod.output<A>, zod.output<B>]> {
  const { values, beside: others } = await readLeniently(form, beside, filledIn, []);
  return [values, others];
}

/**
 * Reads two forms, and gives some fields back unread instead of refusing them.
 * @param mayFail the keys of the first form whose values may be unreadable
 * @throws Error naming every other wrong or missing field of both by its label, or the first that is too large to be
 *   worked out
 */
export async function readLeniently<A extends Form, B extends Form>(
  form: A,
  beside: B,
  { inputData, meta, changesRecord = false }: FilledIn,
  mayFail: readonly string[],
): Promise<LenientReading<A, B>> {
  refuseTooLarge(form, inputData);
  const { timezone } = runOf({ meta });
  const input = cleanForm(inputData, {
    timeZone: isTimeZone(timezone) ? timezone : undefined,
    changesRecord,
    decode: await decoderFor(inputData),
  });
  const first = await zod.safeParseAsync(form, input, { reportInput: true });
  const second = await zod.safeParseAsync(beside, input, { reportInput: true });
  if (first.success && second.success) {
    dropUndefined(first.data);
    dropUndefined(second.data);
    return { values: first.data, beside: second.data, unread: [] };
  }
  const problems = [...problemsIn(form, first.error), ...problemsIn(beside, second.error)];
  const unread = problems.filter(({ key, value }) => value !== undefined && mayFail.includes(key));
  if (unread.length < problems.length || unread.length === 0) throw invalidForm(problems);
  const readable = Object.entries(inputData).filter(([key]) => !unread.some((one) => one.key === key));
  const others = { inputData: Object.fromEntries(readable), meta, changesRecord };
  const rest = await readLeniently(form, beside, others, []);
  return { ...rest, unread };
}

// In the order of the form, which is the order in which a person goes through it.
function problemsIn(form: Form, error: zod.core.$ZodError | undefined): (FormProblem & { key: string })[] {
  const order = Object.keys(form.shape);
  const place = ({ path }: zod.core.$ZodIssue): number => order.indexOf(String(path[0]));
  return (error?.issues ?? [])
    .toSorted((a, b) => place(a) - place(b))
    .map(({ path, input, message }) => ({
      key: String(path[0]),
      label: labelOf(form, path.join('.')),
      value: input instanceof Typed ? input.text : input,
      complaint: message,
      inLine: path.length > 1,
    }));
}

// A reader that found nothing leaves its key behind: what is not there must not look as if it were.
function dropUndefined(values: unknown): void {
  if (Array.isArray(values)) values.forEach(dropUndefined);
  if (!isObject(values)) return;
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(values, key);
    else dropUndefined(value);
  }
}

// Loading the table of entities takes a moment: only a form that has some pays for it.
async function decoderFor(inputData: Record<string, unknown>): Promise<Decode | undefined> {
  if (!hasEntities(JSON.stringify(inputData))) return undefined;
  const { decodeHTMLStrict } = await import('./html_entities.ts');
  return decodeHTMLStrict;
}
