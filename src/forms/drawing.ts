import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { metaOf } from './field_meta.ts';
import { lineItemForm, type Form } from './labels.ts';

/**
 * Draws a form for Zapier's editor: one field for each key, required when the schema refuses its absence.
 * @throws Error when a field of the schema has no label: a mistake in the code
 */
export function inputFields(form: Form): PlainInputField[] {
  return Object.entries(form.shape).map(([key, schema]) => {
    const items = lineItemForm(schema);
    const { list, choices, type, ...meta } = metaOf(key, schema);
    if (items !== undefined) return { key, label: meta.label, children: inputFields(items) };
    return {
      key,
      ...meta,
      // Zapier would change a number or a yes before we see it: it makes 2 of "2,400".
      type: type === 'text' ? 'text' : 'string',
      ...(list === true && { list }),
      ...(choices && { choices: choices.map(({ value, label }) => ({ value, sample: value, label })) }),
      ...(schema._zod.optin !== 'optional' && { required: true }),
    };
  });
}

/**
 * Draws what a step gives: a label and a type for each key.
 * @throws Error when a field of the schema has no label: a mistake in the code
 */
export function outputFields(record: Form): PlainOutputField[] {
  return Object.entries(record.shape).map(([key, schema]) => {
    const items = lineItemForm(schema);
    const { label, type, list } = metaOf(key, schema);
    if (items !== undefined) return { key, label, children: outputFields(items) };
    return { key, label, type: type === 'text' ? 'string' : type, ...(list === true && { list }) };
  });
}
