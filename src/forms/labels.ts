import * as zod from 'zod/mini';
import { fieldMeta } from './field_meta.ts';

/** A form or a record: fields by key. */
export type Form = zod.ZodMiniObject;

/**
 * The words a person knows a field by.
 * @param form the form that was filled in
 * @param path where the API or the schema found fault: `customer_phone`, `services.0.sqft`
 * @returns "Customer Phone", "Services, Square Feet"; a field the form lacks gets its key in plain words
 */
export function labelOf(form: Form, path: string): string {
  const [key = '', ...inner] = path.split('.').filter((part) => !/^\d+$/.test(part));
  const schema = form.shape[key];
  const label = (schema === undefined ? undefined : fieldMeta.get(schema)?.label) ?? inWords(key);
  const items = schema === undefined ? undefined : lineItemForm(schema);
  return inner.length === 0 || items === undefined ? label : `${label}, ${labelOf(items, inner.join('.'))}`;
}

/** The form of each line, when the field has line items. */
export function lineItemForm(schema: zod.core.$ZodType): Form | undefined {
  const wrapped = schema instanceof zod.ZodMiniOptional || schema instanceof zod.ZodMiniNonOptional;
  if (wrapped) return lineItemForm(schema.def.innerType);
  const element = schema instanceof zod.ZodMiniArray ? schema.def.element : undefined;
  return element instanceof zod.ZodMiniObject ? element : undefined;
}

function inWords(key: string): string {
  return key.replace(/_/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) || 'The form';
}
