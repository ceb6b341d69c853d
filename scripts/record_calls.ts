import { catchDelivery } from '../proof/office/deliveries.ts';
import { happen } from '../proof/office/happenings.ts';
import { pollInput, workingInput } from '../proof/office/inputs.ts';
import { maskId, openOffice } from '../proof/office/office.ts';
import { fillOffice } from '../proof/office/records.ts';
import { operations, type Operation } from './definition.ts';
import type { Calls } from './operations_doc.ts';

/**
 * Runs every operation once against a new sandbox.
 * @returns the requests of each operation, with `:id` in place of ids
 * @throws StepError when an operation fails, Error when it has no input to run with
 */
export async function recordCalls(): Promise<Calls> {
  const office = await openOffice();
  const run = async ({ kind, key, type }: Operation): Promise<void> => {
    const records = await fillOffice(office);
    const delivery =
      type === 'hook' ? await catchDelivery(office, key, () => happen(office, key, records)) : {};
    office.sandbox.clearJournal();
    if (kind === 'action') await office.create(key, workingInput(key, records));
    else if (kind === 'search') await office.search(key, workingInput(key, records));
    else await office.trigger(key, { ...delivery, inputData: type === 'polling' ? pollInput(key) : {} });
  };
  try {
    const calls: Calls = {};
    for (const operation of operations) {
      await run(operation);
      calls[operation.key] = office.requests().map(maskId);
    }
    return calls;
  } finally {
    await office.close();
  }
}
