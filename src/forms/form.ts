import * as zod from 'zod/mini';
import { invalidForm, type FormProblem } from '../errors/form_error.ts';
import { isBlank, isObject } from '../lib/guards.ts';
import { labelOf, type Form } from './labels.ts';

type InputData = Record<string, unknown>;

/**
 * Reads what a person filled in. Blank counts as left out, unknown keys are dropped.
 * @returns the values in the one form that the API takes
 * @throws Error naming every wrong or missing field by its label
 */
export async function readForm<F extends Form>(form: F, inputData: InputData): Promise<zod.output<F>> {
  const [values] = await readForms(form, zod.object({}), inputData);
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
  inputData: InputData,
): Promise<[zod.output<A>, zod.output<B>]> {
  const input = withoutBlanks(inputData);
  const first = await zod.safeParseAsync(form, input, { reportInput: true });
  const second = await zod.safeParseAsync(beside, input, { reportInput: true });
  if (first.success && second.success) return [first.data, second.data];
  throw invalidForm([...problemsIn(form, first.error), ...problemsIn(beside, second.error)]);
}

// In the order of the form, which is the order in which a person goes through it.
function problemsIn(form: Form, error: zod.core.$ZodError | undefined): FormProblem[] {
  const order = Object.keys(form.shape);
  const place = ({ path }: zod.core.$ZodIssue): number => order.indexOf(String(path[0]));
  return (error?.issues ?? [])
    .toSorted((a, b) => place(a) - place(b))
    .map(({ path, input, message }) => ({
      label: labelOf(form, path.join('.')),
      value: input,
      complaint: message,
    }));
}

function withoutBlanks(values: InputData): InputData {
  const filledIn = Object.entries(values).filter(([, value]) => !isBlank(value));
  return Object.fromEntries(
    filledIn.map(([key, value]) => [key, Array.isArray(value) ? withoutBlankItems(value) : value]),
  );
}

function withoutBlankItems(items: unknown[]): unknown[] {
  return items.filter((item) => !isBlank(item)).map((item) => (isObject(item) ? withoutBlanks(item) : item));
}
