import * as zod from 'zod/mini';

/** One entry of a dropdown: the API's value and the words a person reads. */
export interface Choice {
  value: string;
  label: string;
  /** Other words that people use for it. */
  aliases?: readonly string[];
}

/** What a field shows a person, beside what its schema checks. */
export interface FieldText {
  label: string;
  helpText?: string;
  /** What stands in the field when a Zap is made. */
  default?: string;
  choices?: readonly Choice[];
  /** The hidden trigger behind a dropdown of records, as `trigger_key.id.label`. */
  dynamic?: string;
  /** The search that can fill the field in, as `search_key.id`. */
  search?: string;
}

/** What Zapier draws of a field. */
export interface FieldMeta extends FieldText {
  /**
   * What the field gives. As input every field is text for Zapier, which would otherwise change what people map: it
   * makes 2 of "2,400".
   */
  type: 'string' | 'text' | 'integer' | 'number' | 'boolean' | 'datetime';
  list?: boolean;
}

/** Label, help text, choices and type of every field, by its schema. */
export const fieldMeta = zod.registry<FieldMeta>();

/**
 * What Zapier draws of the field under this key.
 * @throws Error when the schema was made by none of the functions in `kinds.ts`
 */
export function metaOf(key: string, schema: zod.core.$ZodType): FieldMeta {
  const meta = fieldMeta.get(schema);
  if (meta === undefined)
    throw new Error(`The field ${key} has no label: make it by a function of kinds.ts.`);
  return meta;
}
