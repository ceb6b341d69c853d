import type { JournalRequest } from '../../sandbox/sandbox.ts';
import { resourceNames } from '../../sandbox/vocabulary.ts';
import { catchDeliveries } from '../office/deliveries.ts';
import { happen, instantTriggers } from '../office/happenings.ts';
import { openOffice, type Item, type Office } from '../office/office.ts';
import { fillOffice } from '../office/records.ts';
import { variantsOf } from './variants.ts';

// A page holds 100 and the app has to go on to the second.
const recordsOfEachKind = 101;

/**
 * Runs every operation of the app once, with every field filled in, against a sandbox of its own: the connection
 * test, instant triggers from Zap on to Zap off with a real delivery, polls, dropdowns, actions and searches.
 * @returns the requests that the app made and what was answered
 * @throws Error when an operation fails, or an instant trigger is sent nothing
 */
export async function recordEveryOperation(): Promise<JournalRequest[]> {
  const office = await openOffice();
  try {
    for (const resource of resourceNames) office.sandbox.seed(resource, recordsOfEachKind);
    const records = await fillOffice(office);
    const ids = Object.fromEntries(Object.entries(records).map(([noun, { id }]) => [noun, id]));
    await office.platform.run('authentication.test');
    const deliveries = await catchDeliveries(office, instantTriggers, async () => {
      await runAll(office, ids);
      for (const key of instantTriggers) await happen(office, key, records);
    });
    for (const { trigger, ...delivery } of deliveries) await office.trigger(trigger, delivery);
    return office.sandbox.journal().requests;
  } finally {
    await office.close();
  }
}

async function runAll({ definition, platform }: Office, ids: Item): Promise<void> {
  for (const [kind, operations] of [
    ['triggers', Object.values(definition.triggers)],
    ['creates', Object.values(definition.creates)],
    ['searches', Object.values(definition.searches)],
  ] as const) {
    for (const { key, operation } of operations) {
      const path = `${kind}.${key}.operation`;
      if (instantTriggers.includes(key)) {
        await platform.run(`${path}.performList`, { inputData: {} });
        continue;
      }
      const { inputFields, sample = {} } = operation;
      const forms = inputFields === undefined ? [{}] : await variantsOf(platform, path, sample, ids);
      for (const inputData of forms) {
        // The second page of a list that has pages.
        await platform.run(`${path}.perform`, { inputData, meta: { page: 1 } });
      }
    }
  }
}
