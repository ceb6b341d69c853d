import type { Quirks } from '../../sandbox/sandbox.ts';
import { catchDelivery, type DeliveryBundle } from '../../proof/office/deliveries.ts';
import { happen } from '../../proof/office/happenings.ts';
import type { Records } from '../../proof/office/records.ts';
import type { Item, Office } from '../support/office.ts';

/** The ways in which the API may differ from what is assumed about it, each in words and as quirks of the sandbox. */
export const differences: [what: string, quirks: Quirks][] = [
  ['answers bare objects and lists', { bareAnswers: true }],
  ['has no reading by id and answers 404', { noReadById: 404 }],
  ['has no reading by id and answers 405', { noReadById: 405 }],
  ['cannot remove webhooks', { noWebhookDelete: true }],
  ['refuses filters that it does not document', { refuseUnknownFilters: true }],
  ['ignores filters that it does not document', { ignoreStatusFilter: true }],
  ['delivers whole records', { wholeRecordDeliveries: true }],
  [
    'does all of this at once',
    {
      bareAnswers: true,
      noReadById: 405,
      noWebhookDelete: true,
      refuseUnknownFilters: true,
      wholeRecordDeliveries: true,
    },
  ],
];

/** Turns an instant trigger on, sets off its event, turns it off, and runs it with the delivery. */
export async function deliver(
  office: Office,
  key: string,
  records: Records,
): Promise<{ items: Item[]; delivery: DeliveryBundle }> {
  const delivery = await catchDelivery(office, key, () => happen(office, key, records));
  return { items: await office.trigger(key, { ...delivery }), delivery };
}

/** Inputs of a search: by the record's id, by its email address, and by an address that no record has. */
export function waysToFind(noun: string, records: Records): { found: Item[]; notFound: Item } {
  const record = recordOf(noun, records);
  const email = noun === 'client' ? 'email' : 'customer_email';
  return {
    found: [{ [`${noun}_id`]: record.id }, { [email]: record[email] }],
    notFound: { [email]: 'nobody@example.com' },
  };
}

function recordOf(noun: string, records: Records): Item {
  const byNoun: Record<string, Item> = { ...records };
  const record = byNoun[noun];
  if (record === undefined) throw new Error(`An office has no ${noun}.`);
  return record;
}
