import * as zod from 'zod/mini';
import { fieldMeta } from './field_meta.ts';

/** A form or a record: fields by key. */
export type Form = zod.ZodMiniObject;

/**
 * The words a person knows a field by.
 * @param form the form that was filled in
 * @param path where the API or the schema found fault: `customer_phone`, `services.0.sqft`
 * @returns "Customer Phone", "Services, line 1: Square Feet"; a field the form lacks gets its key in plain words
 */
export function labelOf(form: Form, path: string): string {
  const { key, line, inner } = stepsOf(path);
  const schema = Object.hasOwn(form.shape, key) ? form.shape[key] : undefined;
  const label = (schema === undefined ? undefined : fieldMeta.get(schema)?.label) ?? inWords(key);
  const items = schema === undefined ? undefined : lineItemForm(schema);
  if (items === undefined) return label;
  const place = line === '' ? label : `${label}, line ${Number(line) + 1}`;
  return inner === '' ? place : `${place}: ${labelOf(items, inner)}`;
}

/** The schema of the field that a path leads to; undefined when the form has none. */
export function fieldAt(form: Form, path: string): zod.core.$ZodType | undefined {
  const { key, inner } = stepsOf(path);
  const schema = Object.hasOwn(form.shape, key) ? form.shape[key] : undefined;
  const items = schema === undefined ? undefined : lineItemForm(schema);
  return items === undefined || inner === '' ? schema : fieldAt(items, inner);
}

// "services.0.sqft": the field, the number of the line, the field in the line.
function stepsOf(path: string): { key: string; line: string; inner: string } {
  const [key, ...rest] = path.split('.');
  const line = /^\d+$/.test(String(rest[0])) ? String(rest.shift()) : '';
  return { key: String(key), line, inner: rest.join('.') };
}

/** The form of each line, when the field has line items. */
export function lineItemForm(schema: zod.core.$ZodType): Form | undefined {
  const wrapped = schema instanceof zod.ZodMiniOptional || schema instanceof zod.ZodMiniNonOptional;
  if (wrapped) return lineItemForm(schema.def.innerType);
  if (schema instanceof zod.ZodMiniPipe) return lineItemForm(schema.def.out);
  const element = schema instanceof zod.ZodMiniArray ? schema.def.element : undefined;
  return element instanceof zod.ZodMiniObject ? element : undefined;
}

function inWords(key: string): string {
  return (
    key
      .replace(/^\d+$/, '')
      .replace(/_/g, ' ')
      .replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) || 'The form'
  );
}
