import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import type * as zod from 'zod/mini';
import { takenWhole } from '../lib/taken_whole.ts';
import { metaOf, type Choice } from './field_meta.ts';
import { lineItemForm, type Form } from './labels.ts';

/*
 * Each field, and each list to pick from, is drawn once and shared by all operations that have it.
 */
type DrawnChoice = Choice & { sample: string };
const drawnInputs = new WeakMap<zod.core.$ZodType, Map<string, PlainInputField>>();
const drawnOutputs = new WeakMap<zod.core.$ZodType, Map<string, PlainOutputField>>();
const choiceLists = new WeakMap<readonly Choice[], DrawnChoice[]>();

/**
 * Draws a form for Zapier's editor: one field for each key, required when the schema refuses its absence.
 * @throws Error when a field of the schema has no label: a mistake in the code
 */
export function inputFields(form: Form): PlainInputField[] {
  return Object.entries(form.shape).map(([key, schema]) => once(drawnInputs, key, schema, inputField));
}

/**
 * Draws what a step gives: a label and a type for each key.
 * @throws Error when a field of the schema has no label: a mistake in the code
 */
export function outputFields(record: Form): PlainOutputField[] {
  return Object.entries(record.shape).map(([key, schema]) => once(drawnOutputs, key, schema, outputField));
}

function inputField(key: string, schema: zod.core.$ZodType): PlainInputField {
  const items = lineItemForm(schema);
  const { list, choices, type, ...meta } = metaOf(key, schema);
  if (items !== undefined) return { key, label: meta.label, children: inputFields(items) };
  return {
    key,
    ...meta,
    // Zapier would change a number or a yes before we see it: it makes 2 of "2,400".
    type: type === 'text' ? 'text' : 'string',
    ...(list === true && { list }),
    ...(choices && { choices: drawnChoices(choices) }),
    ...(schema._zod.optin !== 'optional' && { required: true }),
  };
}

function drawnChoices(choices: readonly Choice[]): DrawnChoice[] {
  const drawn =
    choiceLists.get(choices) ?? choices.map(({ value, label }) => ({ value, sample: value, label }));
  choiceLists.set(choices, drawn);
  return drawn;
}

function outputField(key: string, schema: zod.core.$ZodType): PlainOutputField {
  const items = lineItemForm(schema);
  const { label, type, list } = metaOf(key, schema);
  if (items !== undefined) return { key, label, children: outputFields(items) };
  return { key, label, type: type === 'text' ? 'string' : type, ...(list === true && { list }) };
}

function once<T extends object>(
  drawn: WeakMap<zod.core.$ZodType, Map<string, T>>,
  key: string,
  schema: zod.core.$ZodType,
  draw: (key: string, schema: zod.core.$ZodType) => T,
): T {
  const byKey = drawn.get(schema) ?? new Map<string, T>();
  drawn.set(schema, byKey);
  const field = byKey.get(key) ?? takenWhole(draw(key, schema));
  byKey.set(key, field);
  return field;
}
