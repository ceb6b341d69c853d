import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { invalidForm } from '../api/zapier_error.ts';
import { isBlank, isObject } from '../lib/guards.ts';
import { copyOf } from './kinds.ts';
import { itemsOf, labelOf, type Form } from './labels.ts';

/**
 * Draws a form for Zapier's editor: one field for each key, required when the schema refuses its absence.
 * @throws Error when a field of the schema has no label
 */
export function inputFields(form: Form): PlainInputField[] {
  return Object.entries(form.shape).map(([key, schema]) => {
    const items = itemsOf(schema);
    const { list, choices, ...copy } = copyOf(key, schema);
    if (items !== undefined) return { key, label: copy.label, children: inputFields(items) };
    return {
      key,
      ...copy,
      ...(list === true && { list }),
      ...(choices && { choices: choices.map(({ value, label }) => ({ value, sample: value, label })) }),
      ...(schema._zod.optin !== 'optional' && { required: true }),
    };
  });
}

/** Draws what a step gives: the same labels, and a type for each key. */
export function outputFields(record: Form): PlainOutputField[] {
  return Object.entries(record.shape).map(([key, schema]) => {
    const items = itemsOf(schema);
    const { label, type, list } = copyOf(key, schema);
    if (items !== undefined) return { key, label, children: outputFields(items) };
    return { key, label, type: type === 'text' ? 'string' : type, ...(list === true && { list }) };
  });
}

/**
 * Reads what a person filled in. Blank counts as left out, unknown keys are dropped.
 * @returns the values in the one form the API takes
 * @throws Error naming every wrong or missing field by its label
 */
export async function readForm<F extends Form>(
  form: F,
  inputData: Record<string, unknown>,
): Promise<zod.output<F>> {
  const result = await zod.safeParseAsync(form, withoutBlanks(inputData), { reportInput: true });
  if (result.success) return result.data;
  const order = Object.keys(form.shape);
  const issues = result.error.issues.toSorted(
    (a, b) => order.indexOf(String(a.path[0])) - order.indexOf(String(b.path[0])),
  );
  throw invalidForm(
    issues.map(({ path, input, message }) => ({
      label: labelOf(form, path.join('.')),
      value: input,
      complaint: message,
    })),
  );
}

function withoutBlanks(values: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(values).filter(([, value]) => !isBlank(value));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, Array.isArray(value) ? cleanItems(value) : value]),
  );
}

function cleanItems(items: unknown[]): unknown[] {
  return items.filter((item) => !isBlank(item)).map((item) => (isObject(item) ? withoutBlanks(item) : item));
}
