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
  const [key = '', ...inner] = path.split('.');
  const schema = form.shape[key];
  const label = (schema === undefined ? undefined : fieldMeta.get(schema)?.label) ?? inWords(key);
  const items = schema === undefined ? undefined : lineItemForm(schema);
  if (items === undefined || inner.length === 0) return label;
  const [line = '', ...rest] = inner;
  const isLine = /^\d+$/.test(line);
  const place = isLine ? `${label}, line ${Number(line) + 1}` : label;
  const within = (isLine ? rest : inner).join('.');
  return within === '' ? place : `${place}: ${labelOf(items, within)}`;
}

/** The schema of the field that a path leads to; undefined when the form has none. */
export function fieldAt(form: Form, path: string): zod.core.$ZodType | undefined {
  const [key = '', line = '', ...rest] = path.split('.');
  const schema = Object.hasOwn(form.shape, key) ? form.shape[key] : undefined;
  const items = schema === undefined ? undefined : lineItemForm(schema);
  if (items === undefined || rest.length === 0) return line === '' || /^\d+$/.test(line) ? schema : undefined;
  return fieldAt(items, rest.join('.'));
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
