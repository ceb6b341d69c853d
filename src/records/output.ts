import type { PlainOutputField } from 'zapier-platform-core';
import { outputFields } from '../forms/drawing.ts';
import { fieldMeta } from '../forms/field_meta.ts';
import type { Form } from '../forms/labels.ts';
import { isBlank, ownMember } from '../lib/guards.ts';
import { takenWhole } from '../lib/taken_whole.ts';
import { amountIn } from './amount_in.ts';
import type { ApiRecord } from './api_record.ts';
import { clientIdOf } from './client_id_of.ts';
import { contactsOf } from './contacts_of.ts';
import { derivedOf, lineName } from './derived.ts';
import type { RecordKind } from './record.ts';

/** A record as every trigger, action and search gives it. */
export type Output = Record<string, unknown> & { id: string };

/**
 * The one shape of a record: every declared key, null when the API has nothing; whose it is, also where the API has that
 * under another name or within the record's client; the keys of the API that we do not know, as they came; and what is derived, such as names beside values, the address in one line, the link.
 */
export function toOutput(kind: RecordKind, record: ApiRecord): Output {
  const declared: Output = { id: record.id };
  for (const [key, schema] of Object.entries(kind.schema.shape)) {
    if (key !== 'id') declared[key] = asDeclared(ownMember(record, key), fieldMeta.get(schema)?.type);
  }
  for (const what of ['name', 'email', 'phone'] as const) {
    const key = kind.contactKeys[what];
    if (isBlank(declared[key])) declared[key] = contactsOf(kind, record, what)[0] ?? null;
  }
  if ('client_id' in declared) declared.client_id ??= clientIdOf(record) ?? null;
  const others = Object.entries(record).filter(([key]) => !Object.hasOwn(kind.schema.shape, key));
  const output: Output = { ...declared, ...Object.fromEntries(others), id: record.id };
  for (const { values } of derivedOf(kind)) Object.assign(output, values(declared));
  return output;
}

/** What a step gives, as its definition tells of it. */
export interface Given {
  outputFields: PlainOutputField[];
  sample: Output;
}

const given = new WeakMap<RecordKind, Given>();

/**
 * The fields of `toOutput` and a sample, made once for each kind and shared by all operations that give it.
 * @throws Error when a field of the schema has no label: a mistake in the code
 */
export function givenOf(kind: RecordKind): Given {
  const made = given.get(kind) ?? drawn(kind);
  given.set(kind, made);
  return made;
}

/**
 * The same with more keys than the record has.
 * @param form the fields of these keys
 * @param example what the sample has in them, and where it differs from the kind's for that
 * @throws as `givenOf`
 */
export function givenWith(kind: RecordKind, form: Form, example: Record<string, unknown>): Given {
  return {
    outputFields: [...givenOf(kind).outputFields, ...outputFields(form)],
    sample: takenWhole(toOutput(kind, { ...kind.fixture, ...example })),
  };
}

function drawn(kind: RecordKind): Given {
  const forms = [kind.schema, ...derivedOf(kind).map(({ form }) => form)];
  return {
    outputFields: forms.flatMap(outputFields).map(withLineName),
    sample: takenWhole(toOutput(kind, kind.fixture)),
  };
}

function withLineName(field: PlainOutputField): PlainOutputField {
  const { children } = field;
  const isAboutServices = children?.some(({ key }) => key === 'service_slug') === true;
  return isAboutServices
    ? takenWhole({ ...field, children: [...children, ...outputFields(lineName)] })
    : field;
}

// The next app may add amounts up, so an amount that the API writes as text becomes a number; and a number where a text
// belongs, such as a ZIP code, becomes its digits.
function asDeclared(value: unknown, type: string | undefined): unknown {
  if (type === 'number') return amountIn(value) ?? value ?? null;
  const isText = type === 'string' || type === 'text';
  return isText && typeof value === 'number' ? String(value) : (value ?? null);
}
