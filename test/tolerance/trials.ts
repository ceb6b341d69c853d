import App from '../../index.ts';
import {
  catchDeliveries,
  catchDelivery,
  type CaughtDelivery,
  type DeliveryBundle,
} from '../../proof/office/deliveries.ts';
import { happen, instantTriggers } from '../../proof/office/happenings.ts';
import { pollInput, workingInput } from '../../proof/office/inputs.ts';
import type { Records } from '../../proof/office/records.ts';
import type { Item, Office } from '../support/office.ts';
import type { Part } from './differences.ts';

/** One thing that the app is tried with. */
export interface Trial {
  part: Part;
  /** The key of the operation; the part's own name where no single operation is meant. */
  key: string;
  /** Throws the error of the step, or an Error when what came of it is not what it should be. */
  run: () => Promise<void>;
}

const triggers = Object.values(App.triggers);
const dropdowns = triggers.filter(({ display }) => display.hidden === true).map(({ key }) => key);
const polls = triggers
  .filter(({ display, operation }) => display.hidden !== true && operation.type !== 'hook')
  .map(({ key }) => key);
// These wait for days, and what was made a moment ago is not due.
const isWaiting = (key: string): boolean => /awaiting|unpaid|waiting|upcoming|due_again|scheduled$/.test(key);

/** What reads, so that all of it can run at once: connecting, searches, dropdowns, polling triggers. */
export function readingTrials(office: Office, records: Records): Trial[] {
  return [
    { part: 'connecting', key: 'connecting', run: () => connects(office) },
    ...Object.keys(App.searches)
      .filter((key) => Object.hasOwn(records, key.replace('find_', '')))
      .flatMap((key): Trial[] => {
        const record = recordOf(key.replace('find_', ''), records);
        const { id, email, nobody } = waysToFind(key.replace('find_', ''), record);
        return [
          { part: 'finding by id', key, run: () => finds(office, key, id, record, 'id') },
          { part: 'finding', key, run: () => finds(office, key, email, record, 'email') },
          { part: 'not finding', key, run: () => findsNobody(office, key, nobody) },
        ];
      }),
    ...dropdowns.map((key): Trial => {
      const record = recordOf(key.replace('_list', ''), records);
      return { part: 'dropdowns', key, run: () => lists(office, key, record) };
    }),
    ...polls.map((key): Trial => ({ part: 'polls', key, run: () => fires(office, key) })),
  ];
}

/** Whether a job takes the client who is there: counted, so that nothing else may write meanwhile. */
export function jobTrial(office: Office, records: Records): Trial {
  return { part: 'client of a job', key: 'client of a job', run: () => takesItsClient(office, records) };
}

/** What writes: every action. */
export function writingTrials(office: Office, records: Records): Trial[] {
  return Object.keys(App.creates).map((key): Trial => ({
    part: 'writing',
    key,
    run: async () => {
      const { id, created_at } = await office.create(key, workingInput(key, records));
      hold(/^[\w-]+$/.test(String(id)) && created_at !== null, 'The record is not whole.');
    },
  }));
}

/** What fires: every instant trigger, once for what happened. */
export async function instantTrials(office: Office, records: Records): Promise<Trial[]> {
  const deliveries = await catchDeliveries(office, instantTriggers, async () => {
    for (const key of instantTriggers) await happen(office, key, records);
  });
  return instantTriggers.map((key): Trial => ({
    part: 'instant',
    key,
    run: () => firesOnce(office, key, deliveries),
  }));
}

/** Inputs of a search: by the record's id, by its email address, and by an address that no record has. */
export function waysToFind(noun: string, record: Item): { id: Item; email: Item; nobody: Item } {
  const email = noun === 'client' ? 'email' : 'customer_email';
  return {
    id: { [`${noun}_id`]: record.id },
    email: { [email]: 'taylor@example.com' },
    nobody: { [email]: 'absent@example.com' },
  };
}

/** Turns an instant trigger on, sets off its event, turns it off, and runs it with the delivery. */
export async function deliver(
  office: Office,
  key: string,
  records: Records,
): Promise<{ items: Item[]; delivery: DeliveryBundle }> {
  const delivery = await catchDelivery(office, key, () => happen(office, key, records));
  return { items: await office.trigger(key, { ...delivery }), delivery };
}

async function connects(office: Office): Promise<void> {
  const connection = await office.platform.run('authentication.test');
  hold(JSON.stringify(connection).includes('"mode":"Live"'), 'It is no connection.');
}

async function finds(office: Office, key: string, input: Item, { id }: Item, on: string): Promise<void> {
  const [found] = await office.search(key, input);
  hold(found !== undefined, 'Nothing was found.');
  hold(on !== 'id' || found?.id === id, 'Another record was found.');
  hold(found?.matched_on === on, `It was found by ${String(found?.matched_on)}.`);
}

async function findsNobody(office: Office, key: string, input: Item): Promise<void> {
  hold((await office.search(key, input)).length === 0, 'Somebody was found.');
}

async function lists(office: Office, key: string, { id }: Item): Promise<void> {
  const seen: Item[] = [];
  for (let page = 0; page < 10; page += 1) {
    const entries = await office.trigger(key, { meta: { page } });
    seen.push(...entries);
    if (entries.length === 0) break;
  }
  const entry = seen.find((one) => one.id === id);
  hold(entry !== undefined, 'The record is not in the list.');
  hold(new Set(seen.map((one) => one.id)).size === seen.length, 'A record is in the list twice.');
}

async function fires(office: Office, key: string): Promise<void> {
  const items = await office.trigger(key, { inputData: pollInput(key) });
  hold(isWaiting(key) || items.length > 0, 'Nothing fired.');
  if (!key.endsWith('_in_status')) return;
  hold(new Set(items.map(({ status }) => status)).size === 1, 'Other statuses fired.');
  const none = await office.trigger(key, { inputData: { status: 'unheard_of' } });
  hold(none.length === 0, 'What is in another status fired.');
}

async function takesItsClient(office: Office, records: Records): Promise<void> {
  const { client_id: _client, ...form } = workingInput('create_job', records);
  const before = office.sandbox.records('clients').length;
  await office.create('create_job', { ...form, customer_email: 'taylor@example.com' });
  hold(office.sandbox.records('clients').length === before, 'Another client was made.');
}

async function firesOnce(office: Office, key: string, deliveries: readonly CaughtDelivery[]): Promise<void> {
  const [delivery] = deliveries.filter(({ trigger }) => trigger === key);
  const items = await office.trigger(key, { ...delivery });
  const [item] = items;
  hold(
    items.length === 1 && typeof item?.id === 'string' && typeof item.status === 'string',
    'It did not fire once.',
  );
  const sample = Object.keys(App.triggers[key]?.operation.sample ?? {});
  hold(
    sample.every((name) => Object.hasOwn(item ?? {}, name)),
    'A key of the sample is missing.',
  );
  hold((await office.trigger(key, { ...delivery })).length === 0, 'It fired twice.');
}

function recordOf(noun: string, records: Records): Item {
  const byNoun: Record<string, Item> = { ...records };
  const record = byNoun[noun];
  if (record === undefined) throw new Error(`An office has no ${noun}.`);
  return record;
}

function hold(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise);
}
