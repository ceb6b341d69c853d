import type { JournalRequest } from '../../sandbox/sandbox.ts';
import { resourceNames } from '../../sandbox/vocabulary.ts';
import { catchDeliveries } from '../office/deliveries.ts';
import { happen, instantTriggers } from '../office/happenings.ts';
import { openOffice, type Item, type Office } from '../office/office.ts';
import { fillOffice } from '../office/records.ts';
import { variantsOf } from './variants.ts';

// One more than a page holds, so that the app must also read the second page.
const recordsOfEachKind = 101;

/**
 * Records every request that the app can make, against a new sandbox. Runs the connection test, subscribes and
 * unsubscribes every instant trigger with a delivery in between, and runs every poll, dropdown, action and search with
 * every field filled in.
 * @returns the requests and their answers
 * @throws StepError when an operation fails, Error when nothing is delivered to an instant trigger
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
        // Asks dropdowns for their second page. The other operations have no pages.
        await platform.run(`${path}.perform`, { inputData, meta: { page: 1 } });
      }
    }
  }
}
