import { catchDelivery } from '../proof/office/deliveries.ts';
import { happen } from '../proof/office/happenings.ts';
import { pollInput, workingInput } from '../proof/office/inputs.ts';
import { maskId, type Item, type Office } from '../proof/office/office.ts';
import { fillOffice, type Records } from '../proof/office/records.ts';
import { ripen } from '../proof/office/ripe.ts';
import { operations, type Operation } from './definition.ts';

/** What came of an operation. */
export interface OperationRun {
  /** What it asked of the API, ids as `:id`. */
  requests: string[];
  /** What it gave: one record of an action, any number of a trigger or a search. */
  items: Item[];
}

/**
 * Runs every operation once in an office, each after the records that it needs were made.
 * @returns the runs, by the operation's key
 * @throws Error when an operation fails
 */
export async function runEachOperation(office: Office): Promise<Record<string, OperationRun>> {
  // What waits for days has waited.
  await ripen(office, await fillOffice(office));
  const runs: Record<string, OperationRun> = {};
  for (const operation of operations) {
    const items = await run(office, operation, await fillOffice(office));
    runs[operation.key] = { requests: office.requests().map(maskId), items };
  }
  return runs;
}

/** Leaves the journal with what the operation itself asked. */
async function run(office: Office, { kind, key, type }: Operation, records: Records): Promise<Item[]> {
  const delivery =
    type === 'hook' ? await catchDelivery(office, key, () => happen(office, key, records)) : {};
  office.sandbox.clearJournal();
  if (kind === 'action') return [await office.create(key, workingInput(key, records))];
  if (kind === 'search') return office.search(key, workingInput(key, records));
  return office.trigger(key, { ...delivery, inputData: type === 'polling' ? pollInput(key) : {} });
}
