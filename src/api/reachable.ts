import type { ZObject } from 'zapier-platform-core';
import { hasTime } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { client } from '../records/client.ts';
import { clientIdOf } from '../records/client_id_of.ts';
import { contactsOf } from '../records/contacts_of.ts';
import type { RecordKind } from '../records/record.ts';
import { ApiError } from './api_error.ts';
import { readRecord } from './read.ts';

/**
 * A job or an invoice with its client's email and phone, where it has neither: otherwise a text about it reaches nobody.
 * Costs one request, and only then. It is for single records: a poll of a hundred would ask a hundred times.
 * @returns the record as it is when its client cannot be read, or may not be
 */
export async function reachable(z: ZObject, kind: RecordKind, record: ApiRecord): Promise<ApiRecord> {
  const { name, email, phone } = kind.contactKeys;
  const clientId = Object.hasOwn(kind.schema.shape, 'client_id') ? clientIdOf(record) : undefined;
  const isKnown = (['email', 'phone'] as const).some((what) => contactsOf(kind, record, what).length > 0);
  if (clientId === undefined || isKnown || !hasTime(z)) return record;
  try {
    const whom = await readRecord(z, client, clientId);
    const [itsEmail = null] = contactsOf(client, whom, 'email');
    const [itsPhone = null] = contactsOf(client, whom, 'phone');
    const [itsName] = [...contactsOf(kind, record, 'name'), ...contactsOf(client, whom, 'name'), null];
    return { ...record, [name]: itsName, [email]: itsEmail, [phone]: itsPhone };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    z.console.log(`The client of this ${kind.noun} could not be read (${error.status}).`);
    return record;
  }
}
