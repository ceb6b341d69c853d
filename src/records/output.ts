import type { PlainOutputField } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { outputFields } from '../forms/drawing.ts';
import { fieldMeta } from '../forms/field_meta.ts';
import { text } from '../forms/kinds.ts';
import type { Form } from '../forms/labels.ts';
import { filled, ownMember } from '../lib/guards.ts';
import { takenWhole } from '../lib/taken_whole.ts';
import { addressLine } from './address_line.ts';
import { amountIn } from './amount_in.ts';
import type { ApiRecord } from './api_record.ts';
import { splitName } from './person_name.ts';
import type { RecordKind } from './record.ts';

/** A record as every trigger, action and search gives it. */
export type Output = Record<string, unknown> & { id: string };

const names = zod.object({
  customer_first_name: text({ label: 'Customer First Name' }),
  customer_last_name: text({ label: 'Customer Last Name' }),
});
const fullAddress = zod.object({ full_address: text({ label: 'Full Address' }) });
const link = zod.object({ url: text({ label: 'Link' }) });

/**
 * The one shape of a record: every declared key, null when the API has nothing; the keys of the API that we do not
 * know, as they came; and what is derived: first and last name, the address in one line, the link.
 */
export function toOutput(kind: RecordKind, record: ApiRecord): Output {
  const declared: Output = { id: record.id };
  for (const [key, schema] of Object.entries(kind.schema.shape)) {
    if (key !== 'id') declared[key] = asDeclared(ownMember(record, key), fieldMeta.get(schema)?.type);
  }
  const { contactKeys, addressKeys, pageUrl } = kind;
  const name = splitName(filled(declared[contactKeys.name]) ?? '');
  return {
    ...declared,
    ...Object.fromEntries(Object.entries(record).filter(([key]) => !Object.hasOwn(kind.schema.shape, key))),
    customer_first_name: name.first,
    customer_last_name: name.last,
    ...(addressKeys && {
      full_address: addressLine({
        street: declared[addressKeys.street],
        city: declared[addressKeys.city],
        state: declared[addressKeys.state],
        zip: declared[addressKeys.zip],
      }),
    }),
    ...(pageUrl && { url: pageUrl(declared.id) }),
  };
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
  const { schema, addressKeys, pageUrl } = kind;
  const forms = [schema, names, ...(addressKeys ? [fullAddress] : []), ...(pageUrl ? [link] : [])];
  return {
    outputFields: forms.flatMap(outputFields),
    sample: takenWhole(toOutput(kind, kind.fixture)),
  };
}

// The next app may add amounts up, so an amount that the API writes as text becomes a number; and a number where a text
// belongs, such as a ZIP code, becomes its digits.
function asDeclared(value: unknown, type: string | undefined): unknown {
  if (type === 'number') return amountIn(value) ?? value ?? null;
  const isText = type === 'string' || type === 'text';
  return isText && typeof value === 'number' ? String(value) : (value ?? null);
}
