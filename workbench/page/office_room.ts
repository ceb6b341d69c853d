import * as zod from 'zod';
import { happen, instantTriggers, isKnownHappening } from '../../proof/office/happenings.ts';
import { hasWorkingInput, pollInput, workingInput } from '../../proof/office/inputs.ts';
import type { Operation } from '../../scripts/definition.ts';
import { resourceNames, type ResourceName } from '../../sandbox/vocabulary.ts';
import type { Office } from '../../proof/office/office.ts';
import type { Records } from '../../proof/office/records.ts';
import { becomeOld } from '../set_off.ts';
import { isBlank } from '../../src/lib/guards.ts';
import type { Item } from './wire.ts';

const shownRecords = 60;

/** What people do in the product that the page has a button for, as a path below /sandbox. */
export const deed = zod.object({
  path: zod.stringFormat(
    'deed',
    /^(?:leads\/[\w-]+\/status|estimates\/[\w-]+\/(?:send|view|accept)|jobs\/[\w-]+\/(?:complete|move|invoice)|invoices\/[\w-]+\/pay)$/,
  ),
  body: zod.record(zod.string(), zod.unknown()).optional(),
});

/** The records of an office by kind, newest first, and how many of each there are. */
export function officeView(office: Office): Record<ResourceName, { count: number; records: Item[] }> {
  const shelf = (name: ResourceName): { count: number; records: Item[] } => {
    const records = office.sandbox.records(name);
    return { count: records.length, records: records.slice(0, shownRecords) };
  };
  const [leads, clients, estimates, jobs, invoices] = resourceNames.map(shelf);
  const none = { count: 0, records: [] };
  return {
    leads: leads ?? none,
    clients: clients ?? none,
    estimates: estimates ?? none,
    jobs: jobs ?? none,
    invoices: invoices ?? none,
  };
}

/**
 * Does what starts a Zap with a trigger of the app: new records come, which no other Zap is told of, and with one of
 * them happens what the trigger waits for.
 * @param poll asks for news, for a polling trigger
 * @throws Error when nothing is known to set the trigger off
 */
export async function makeHappen(office: Office, key: string, poll: () => Promise<void>): Promise<void> {
  const records = silentRecords(office);
  if (isKnownHappening(key) || instantTriggers.includes(key)) return happen(office, key, records);
  await becomeOld(office, records, key);
  // What a poll remembers of the day would keep it from looking again.
  office.platform.forget();
  await poll();
}

/**
 * What a person might fill into an operation's form, with the newest records of the office.
 * @returns {} where nobody has written down an example
 */
export function exampleInput({ sandbox }: Office, { kind, key }: Pick<Operation, 'kind' | 'key'>): Item {
  if (kind === 'trigger') return pollInput(key);
  if (!hasWorkingInput(key)) return {};
  return structuredClone(
    workingInput(
      key,
      recordsOf((resource) => fullest(sandbox.records(resource))),
    ),
  );
}

// A lead without an email is no example of how to find one by email.
function fullest(records: Item[]): Item {
  const filled = (record: Item): number => Object.values(record).filter((value) => !isBlank(value)).length;
  return records.reduce((best, record) => (filled(record) > filled(best) ? record : best), records[0] ?? {});
}

function silentRecords({ sandbox }: Office): Records {
  return recordsOf((resource) => {
    const [id] = sandbox.seed(resource, 1);
    return sandbox.records(resource).find((record) => record.id === id) ?? {};
  });
}

function recordsOf(one: (resource: ResourceName) => Item): Records {
  const client = one('clients');
  return {
    lead: one('leads'),
    client,
    estimate: one('estimates'),
    job: one('jobs'),
    invoice: one('invoices'),
  };
}
