import { catchDelivery } from '../proof/office/deliveries.ts';
import { happen } from '../proof/office/happenings.ts';
import { pollInput, workingInput } from '../proof/office/inputs.ts';
import { maskId, type Item, type Office } from '../proof/office/office.ts';
import { watchNetworks, type NetworkWatch } from '../proof/network_watch.ts';
import { fillOffice, type Records } from '../proof/office/records.ts';
import { ripen } from '../proof/office/ripe.ts';
import { isObject } from '../src/lib/guards.ts';
import { operations, type Operation } from './definition.ts';

/** What came of an operation. */
export interface OperationRun {
  /** What it asked of the API, ids as `:id`. */
  requests: string[];
  /** What it gave: one record of an action, any number of a trigger or a search. */
  items: Item[];
  /** What it asked of both networks. */
  watch: NetworkWatch;
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
    const { items, watch } = await run(office, operation, await fillOffice(office));
    runs[operation.key] = { requests: office.requests().map(maskId), items, watch };
  }
  return runs;
}

const room = { action: 'creates', search: 'searches', trigger: 'triggers' } as const;

/** Leaves the journal with what the operation itself asked. */
async function run(
  office: Office,
  { kind, key, type }: Operation,
  records: Records,
): Promise<Omit<OperationRun, 'requests'>> {
  const delivery =
    type === 'hook' ? await catchDelivery(office, key, () => happen(office, key, records)) : {};
  office.sandbox.clearJournal();
  office.platform.forget();
  const method = `${room[kind]}.${key}.operation.perform`;
  const inputData =
    kind === 'trigger' ? (type === 'polling' ? pollInput(key) : {}) : workingInput(key, records);
  const watch = watchNetworks();
  const given = await office.platform.run(method, { ...delivery, inputData }, { equip: watch.equip });
  return { items: [given].flat().filter(isObject), watch };
}
