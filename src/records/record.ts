import type * as zod from 'zod/mini';
import type { Choice } from '../forms/field_meta.ts';
import type { Form } from '../forms/labels.ts';
import type { Day } from '../forms/readers/date.ts';
import type { TimeOfDay } from '../forms/readers/time.ts';
import type { Typed } from '../forms/typed.ts';
import type { ApiRecord } from './api_record.ts';

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
  /** Which of its fields hold a person's name, email and phone. */
  contactKeys: { name: string; email: string; phone: string };
  /** Which of its fields make up the address. */
  addressKeys?: { street: string; city: string; state: string; zip: string };
  /** The address of the record's page in CleanEstimate Pro, where it is known. */
  pageUrl?: (id: string) => string;
  /** A record as the API gives it: behind every sample. */
  fixture: ApiRecord;
}

// How the API writes what a form's field reads: a day and a time are texts there.
type AsApi<T> = T extends Typed | Day | TimeOfDay ? string : T;

/** A value for every field of the schema, null where the record has none. */
type Fixture<F extends Form> = {
  [K in keyof zod.output<F>]-?: AsApi<Exclude<zod.output<F>[K], undefined>> | null;
} & { id: string };

/** Defines a kind of record. A field of the schema that the fixture forgets does not compile. */
export function defineRecord<F extends Form, T extends Fixture<F>>(
  kind: RecordKind<F> & { fixture: T },
): RecordKind<F> & { fixture: T } {
  return kind;
}

/** "a lead", "an estimate". */
export function withArticle(noun: string): string {
  return `${/^[aei]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
