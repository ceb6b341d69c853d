import type { ZObject } from 'zapier-platform-core';
import { findById, readIfThere } from '../api/find_by_id.ts';
import { unusableInput } from '../errors/form_error.ts';
import { missingRecord } from '../errors/record_error.ts';
import { idText } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { client } from '../records/client.ts';
import { contactsOf } from '../records/contacts_of.ts';
import type { LookedUp } from '../writes/create_record.ts';

/** What a job's form says of whom and where. */
export interface WhomAndWhere {
  customer_name?: string | undefined;
  service_address?: string | undefined;
  service_city?: string | undefined;
  service_state?: string | undefined;
  service_zip?: string | undefined;
}

/**
 * What a job takes from its client: the name where its form has none, and the address where its form has no part of one,
 * since half of one address and half of another would lead the crew to a third.
 * @returns reads the client; throws an Error when there is no name and the client cannot be found, or has none either, and
 *   the errors of `findById`. Undefined when the form has both
 */
export function takenFromClient(
  z: ZObject,
  id: string,
  { customer_name: name, service_address, service_city, service_state, service_zip }: WhomAndWhere,
): (() => Promise<LookedUp>) | undefined {
  const place = [service_address, service_city, service_state, service_zip];
  const isPlaced = place.some((part) => part !== undefined);
  if (name !== undefined)
    return isPlaced ? undefined : async () => ({ values: addressOf(await mayRead(z, id)) });
  return async () => {
    const whom = await findById(z, client, id);
    if (whom === undefined) throw missingRecord(client.noun);
    const [itsName] = contactsOf(client, whom, 'name');
    if (itsName === undefined) throw unusableInput('The chosen client has no name. Fill in Customer Name.');
    return { values: { customer_name: itsName, ...(!isPlaced && addressOf(whom)) } };
  };
}

// A job with a name can be saved without an address, so nothing about the client keeps it from that.
async function mayRead(z: ZObject, id: string): Promise<ApiRecord | undefined> {
  try {
    const whom = await readIfThere(z, client, id);
    return typeof whom === 'string' ? undefined : whom;
  } catch (error) {
    z.console.log(`The job is saved without its client's address. ${String(error)}`);
    return undefined;
  }
}

function addressOf(whom: ApiRecord | undefined): Record<string, string> {
  if (whom === undefined) return {};
  const parts = {
    service_address: idText(whom.address_line1),
    service_city: idText(whom.city),
    service_state: idText(whom.state),
    service_zip: idText(whom.zip),
  };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part === undefined ? [] : [[key, part]])),
  );
}
