import * as zod from 'zod';
import type { Json } from '../json.ts';
import type { ResourceName } from '../vocabulary.ts';
import { id, oneOf, text, timestamp } from './fields.ts';

export type Fields = Record<string, zod.ZodType>;

/** What a record may need to know of the rest when it is written. */
export interface Surroundings {
  now: string;
  /** The client with this id in the same account. */
  client: (id: unknown) => Json | undefined;
}

interface Definition {
  name: ResourceName;
  noun: string;
  statuses: readonly string[];
  /** Begins the record's number, like EST of EST-1001. */
  numberPrefix?: string;
  /** What a create takes. */
  fields: Fields;
  required: readonly string[];
  /** What a new record has where the body says nothing. */
  defaults: Json;
  /** What a patch takes, when that is not all of `fields` and any status. */
  patchable?: Fields;
  /** What only the product itself sets. */
  facts?: Fields;
  readOnly?: boolean;
  sorts: readonly string[];
  defaultSort?: string;
  /** What follows from a change, told the record with the change already in it. Throws an ApiError. */
  derive?: (record: Json, change: Json, surroundings: Surroundings) => Json;
}

/** One kind of record: its schemas, and how it is listed and written. */
export interface Resource {
  name: ResourceName;
  noun: string;
  statuses: readonly string[];
  numberPrefix: string | undefined;
  record: zod.ZodObject<Fields>;
  create: zod.ZodType<Json>;
  patch: zod.ZodType<Json>;
  readOnly: boolean;
  /** A record with every key, before anything is known of it. */
  blank: Json;
  sorts: readonly string[];
  defaultSort: string;
  derive: (record: Json, change: Json, surroundings: Surroundings) => Json;
}

/** Draws all schemas of a resource from the one description of its fields. */
export function defineResource(definition: Definition): Resource {
  const { name, noun, statuses, numberPrefix, fields, required, facts = {} } = definition;
  const status = oneOf('status', statuses);
  const patchable = definition.patchable ?? { ...fields, status };
  const mustStay = (key: string): boolean => required.includes(key) || key === 'status';
  const record = zod.object({
    id,
    ...(numberPrefix === undefined ? {} : { number: text() }),
    ...mapFields({ ...fields, ...patchable, ...facts }, (key, field) =>
      mustStay(key) ? field : field.nullable(),
    ),
    status,
    created_at: timestamp,
    updated_at: timestamp,
  });
  return {
    name,
    noun,
    statuses,
    numberPrefix,
    record,
    create: zod.strictObject(
      mapFields(fields, (key, field) => (required.includes(key) ? field : field.optional())),
    ),
    patch: zod.strictObject(
      mapFields(patchable, (key, field) => (mustStay(key) ? field.optional() : field.nullish())),
    ),
    readOnly: definition.readOnly ?? false,
    blank: {
      ...Object.fromEntries(Object.keys(record.shape).map((key) => [key, null])),
      ...definition.defaults,
    },
    sorts: ['created_at', 'updated_at', 'status', ...definition.sorts],
    defaultSort: definition.defaultSort ?? 'created_at',
    derive: definition.derive ?? (() => ({})),
  };
}

/** Those of the fields that have one of these names. */
export function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => names.includes(key)));
}

function mapFields(fields: Fields, change: (key: string, field: zod.ZodType) => zod.ZodType): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, change(key, field)]));
}
