import type { PlainOutputField } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import type { ApiRecord } from '../api/response.ts';
import { outputFields } from '../forms/form.ts';
import { addressLine } from './address_line.ts';
import { splitName } from './person_name.ts';
import { readQuantity } from '../forms/readers/quantity.ts';
import { filled } from '../lib/guards.ts';
import { drawn, text, type Choice } from '../forms/kinds.ts';
import type { Form } from '../forms/labels.ts';

/** What a kind of record is. Everything else about it follows from this. */
export interface RecordKind<F extends Form = Form> {
  /** In a sentence: "job". */
  noun: string;
  /** In a title: "Job". */
  title: string;
  /** Its path in the API, which its scopes are named after too: "jobs". */
  path: string;
  /** Every field the record has, with its label. */
  schema: F;
  statuses: readonly Choice[];
  /** True where the API documents that its list can be filtered by status. */
  filtersByStatus?: true;
  /** Which of its fields tell a person's name, email and phone. */
  who: { name: string; email: string; phone: string };
  /** Which of its fields make up the address. */
  where?: { street: string; city: string; state: string; zip: string };
  /** Where the record is to be seen in CleanEstimate Pro, if that is known. */
  page?: (id: string) => string;
  /** A record as the API answers it: behind every sample. */
  fixture: ApiRecord;
}

/** "a lead", "an estimate". */
export function withArticle(noun: string): string {
  return `${/^[aei]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** A record as every trigger, action and search gives it. */
export type Output = Record<string, unknown> & { id: string };

const derived = zod.object({
  customer_first_name: text({ label: 'Customer First Name' }),
  customer_last_name: text({ label: 'Customer Last Name' }),
});
const fullAddress = zod.object({ full_address: text({ label: 'Full Address' }) });
const link = zod.object({ url: text({ label: 'Link' }) });

/**
 * The one shape of a record: every declared key (null when the API has nothing), what else the API sent,
 * and the derived keys.
 */
export function shape(kind: RecordKind, record: ApiRecord): Output {
  const declared: Output = { id: record.id };
  for (const [key, schema] of Object.entries(kind.schema.shape)) {
    if (key !== 'id') declared[key] = asDeclared(record[key], drawn.get(schema)?.type);
  }
  const name = splitName(filled(record[kind.who.name]) ?? '');
  const { where, page } = kind;
  return {
    ...declared,
    ...Object.fromEntries(Object.entries(record).filter(([key]) => !(key in kind.schema.shape))),
    customer_first_name: name.first,
    customer_last_name: name.last,
    ...(where && {
      full_address: addressLine({
        street: record[where.street],
        city: record[where.city],
        state: record[where.state],
        zip: record[where.zip],
      }),
    }),
    ...(page && { url: page(declared.id) }),
  };
}

/** The fields of `shape`, for Zapier's list of what a step gives. */
export function shapeFields(kind: RecordKind): PlainOutputField[] {
  const forms = [kind.schema, derived, ...(kind.where ? [fullAddress] : []), ...(kind.page ? [link] : [])];
  return forms.flatMap(outputFields);
}

// Amounts are sums in the next app, also when the API writes them as text.
function asDeclared(value: unknown, type: string | undefined): unknown {
  if (type !== 'number' || typeof value !== 'string') return value ?? null;
  return readQuantity(value.replace('$', ''), 0, false) ?? value;
}
