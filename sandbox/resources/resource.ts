import * as zod from 'zod';
import type { Json } from '../json.ts';
import type { ResourceName } from '../vocabulary.ts';
import { id, oneOf, text, timestamp } from './fields.ts';

/** The schemas of a record's fields, by the API's name of the field. */
export type Fields = Record<string, zod.ZodType>;

/** What `derive` may look up when a record is written. */
export interface Surroundings {
  now: string;
  /** The client with this id in the same account; undefined when there is none. */
  client: (id: unknown) => Json | undefined;
}

interface Definition {
  name: ResourceName;
  noun: string;
  statuses: readonly string[];
  /** The first part of the record's number: EST in EST-1001. Absent when these records have no number. */
  numberPrefix?: string;
  /** The fields that a POST accepts. */
  fields: Fields;
  required: readonly string[];
  /** The values of fields that a POST leaves out. */
  defaults: Json;
  /** The fields that a PATCH accepts; when absent, all of `fields` and the status. */
  patchable?: Fields;
  /** The fields that no request can write: only the product sets them. */
  facts?: Fields;
  readOnly?: boolean;
  sorts: readonly string[];
  defaultSort?: string;
  /**
   * Computes the fields that follow from a change, such as the total of an estimate.
   * @param record the record with the change already in it
   * @throws ApiError 422 when the change names something that does not exist
   */
  derive?: (record: Json, change: Json, surroundings: Surroundings) => Json;
}

/** The rules of one kind of record: its schemas, how it can be sorted, and what is computed when it is written. */
export interface Resource {
  name: ResourceName;
  noun: string;
  statuses: readonly string[];
  numberPrefix: string | undefined;
  record: zod.ZodObject<Fields>;
  create: zod.ZodType<Json>;
  patch: zod.ZodType<Json>;
  readOnly: boolean;
  /** A new record with all keys: the defaults, and null for the rest. */
  blank: Json;
  sorts: readonly string[];
  defaultSort: string;
  derive: (record: Json, change: Json, surroundings: Surroundings) => Json;
}

/** Makes the schemas for records, POST and PATCH from one description of the fields. */
export function defineResource(definition: Definition): Resource {
  const { name, noun, statuses, numberPrefix, fields, required, facts = {} } = definition;
  const status = oneOf('status', statuses);
  const patchable = definition.patchable ?? { ...fields, status };
  const cannotBeEmptied = (key: string): boolean => required.includes(key) || key === 'status';
  const record = zod.object({
    id,
    ...(numberPrefix === undefined ? {} : { number: text() }),
    ...mapFields({ ...fields, ...patchable, ...facts }, (key, field) =>
      cannotBeEmptied(key) ? field : field.nullable(),
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
      mapFields(patchable, (key, field) => (cannotBeEmptied(key) ? field.optional() : field.nullish())),
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

/** Picks the fields with these names. */
export function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => names.includes(key)));
}

function mapFields(fields: Fields, change: (key: string, field: zod.ZodType) => zod.ZodType): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, change(key, field)]));
}
