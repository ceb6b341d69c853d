import { resourceNames, type ResourceName } from '../../sandbox/vocabulary.ts';
import { filled, isObject, parseJson } from '../../src/lib/guards.ts';
import { catchDeliveries, type CaughtDelivery } from '../office/deliveries.ts';
import { happen, instantTriggers } from '../office/happenings.ts';
import type { Office } from '../office/office.ts';
import { fillOffice, type Records } from '../office/records.ts';

/** A delivery that the sandbox signed and sent, and the record that it is about. */
export interface GenuineDelivery extends CaughtDelivery {
  recordId: string;
  resource: ResourceName;
}

/**
 * Turns every instant trigger on, sets off its event once for each customer, and catches the deliveries.
 * @param customers how many customers are created; for every third one the deliveries contain whole records
 * @throws Error when nothing is delivered to one of the triggers
 */
export async function genuineDeliveries(office: Office, customers: number): Promise<GenuineDelivery[]> {
  const companies: Records[] = [];
  while (companies.length < customers) companies.push(await fillOffice(office));
  const caught = await catchDeliveries(office, instantTriggers, async () => {
    for (const [index, records] of companies.entries()) {
      office.sandbox.setQuirks({ wholeRecordDeliveries: index % 3 === 1 });
      for (const key of instantTriggers) await happen(office, key, records);
    }
  });
  return caught.map((delivery) => ({ ...delivery, ...subjectOf(delivery.rawRequest.content) }));
}

function subjectOf(content: string): Pick<GenuineDelivery, 'recordId' | 'resource'> {
  const envelope = parseJson(content);
  const { event, data } = isObject(envelope) ? envelope : {};
  const noun = String(event).split('.')[0] ?? '';
  const resource = resourceNames.find((name) => name === `${noun}s`);
  const recordId = isObject(data) ? (filled(data[`${noun}_id`]) ?? filled(data.id)) : undefined;
  if (recordId === undefined || resource === undefined)
    throw new Error(`A delivery names no record: ${content.slice(0, 200)}`);
  return { recordId, resource };
}
