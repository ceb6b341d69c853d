import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ResourceName } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import type { RunningZap } from '../../workbench/zap.ts';
import { movedClock } from '../support/moved_clock.ts';
import { openOffice, type Item } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

// Thousands of records are made and removed.
jest.setTimeout(60_000);
const clock = movedClock();
const office = openOffice();
const zaps = openZaps(office);

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const turnOn = (key: string, input: Item = {}): Promise<RunningZap> =>
  zaps.on({ name: key, trigger: { key, input }, steps: [] });

/** What a poll starts the Zap for, and how many requests it takes. */
async function polled(zap: RunningZap): Promise<{ ids: unknown[]; requests: number }> {
  const before = zap.runs.length;
  office.sandbox.clearJournal();
  await zap.poll();
  const items = zap.runs.slice(before).map(({ given }) => given.trigger);
  return { ids: items.map((item) => (isObject(item) ? item.id : item)), requests: office.requests().length };
}

/** Records that came a day apart, the newest last, and have not changed since. */
function seedDaily(resource: ResourceName, count: number, fields: Item): string[] {
  return office.sandbox.seed(resource, count, (index) => {
    const created_at = daysAgo(count - index + 40);
    return { created_at, updated_at: created_at, ...fields };
  });
}

beforeEach(() => {
  for (const resource of ['leads', 'clients', 'estimates', 'jobs', 'invoices'] as const)
    for (const { id } of office.sandbox.records(resource)) office.sandbox.remove(resource, String(id));
  office.sandbox.clearJournal();
});

describe.each([300, 5_000])('in an account with %i lost leads', (count) => {
  test('only a lead that enters the status starts Lead in Status, in one request a poll', async () => {
    const lost = seedDaily('leads', count, { status: 'lost' });
    const [open] = office.sandbox.seed('leads', 1, () => ({ status: 'new' }));
    const zap = await turnOn('lead_in_status', { status: 'Lost' });
    expect(office.requests()).toHaveLength(count / 100);

    clock.pass(0.1);
    expect(await polled(zap)).toEqual({ ids: [], requests: 1 });

    // A note on a lead lost long ago, and one that is lost no more, which lets another one in.
    await office.platform.run('creates.update_lead.operation.perform', {
      inputData: { lead_id: lost[0], notes: 'Called' },
    });
    await office.act(`leads/${String(lost.at(-1))}/status`, { status: 'new' });
    expect(await polled(zap)).toEqual({ ids: [], requests: 1 });

    await office.act(`leads/${String(open)}/status`, { status: 'lost' });
    expect(await polled(zap)).toEqual({ ids: [open], requests: 1 });
    clock.pass(40);
    expect(await polled(zap)).toEqual({ ids: [], requests: 1 });
  });
});

test('150 leads that enter a status between two polls all start the Zap', async () => {
  seedDaily('leads', 300, { status: 'lost' });
  const open = office.sandbox.seed('leads', 150, () => ({ status: 'new' }));
  const zap = await turnOn('lead_in_status', { status: 'lost' });

  clock.pass(0.5);
  for (const id of open) await office.act(`leads/${id}/status`, { status: 'lost' });

  expect((await polled(zap)).ids.sort()).toEqual(open.sort());
});

test('250 clients at once all start New Client; an old one behind a deleted one does not', async () => {
  const old = seedDaily('clients', 300, { status: 'lead' });
  const zap = await turnOn('new_client');

  office.sandbox.remove('clients', String(old.at(-1)));
  expect(await polled(zap)).toEqual({ ids: [], requests: 1 });

  clock.pass(0.5);
  const fresh = office.sandbox.seed('clients', 250);
  const { ids, requests } = await polled(zap);
  expect(ids.sort()).toEqual(fresh.sort());
  expect(requests).toBeLessThanOrEqual(4);
});

test('a client who becomes active starts New Client with that status while new, and not after 50 days', async () => {
  const [recent, older] = [10, 50].map((days) => {
    const created_at = daysAgo(days);
    return String(
      office.sandbox.seed('clients', 1, () => ({ status: 'lead', created_at, updated_at: created_at }))[0],
    );
  });
  office.sandbox.seed('clients', 150, () => ({ status: 'past', updated_at: daysAgo(3) }));
  const zap = await turnOn('new_client', { status: 'Active' });

  for (const client_id of [recent, older])
    await office.platform.run('creates.update_client.operation.perform', {
      inputData: { client_id, status: 'Active' },
    });

  expect((await polled(zap)).ids).toEqual([recent]);
});

describe('an unpaid invoice', () => {
  test('starts the Zap on its day and once, and a poll that finds nothing new takes at most two requests', async () => {
    const dueIn = (days: number): string => daysAgo(-days).slice(0, 10);
    // Twelve a day for 300 days, due after two weeks, one in twelve not paid.
    office.sandbox.seed('invoices', 3_600, (index) => {
      const days = Math.floor(index / 12) - 300;
      const status = index % 12 === 0 ? 'sent' : 'paid';
      return { status, created_at: daysAgo(-days), updated_at: daysAgo(-days), due_date: dueIn(days + 14) };
    });
    const zap = await turnOn('unpaid_invoice', { days: 60 });
    const found: number[] = [];
    const quiet: number[] = [];
    for (let hours = 0; hours < 4 * 24; hours += 6) {
      const { ids, requests } = await polled(zap);
      if (ids.length > 0) found.push(ids.length);
      else if (hours > 0) quiet.push(requests);
      clock.pass(0.25);
    }

    expect(found.slice(-3)).toEqual([1, 1, 1]);
    expect(Math.max(...quiet)).toBeLessThanOrEqual(2);
  });

  test('with a due date gone by starts the Zap at once, although nothing was to fall due', async () => {
    seedDaily('invoices', 300, { status: 'paid' });
    const zap = await turnOn('unpaid_invoice');
    expect((await polled(zap)).ids).toEqual([]);
    clock.pass(0.25);

    const [late] = office.sandbox.seed('invoices', 1, () => ({ due_date: daysAgo(5).slice(0, 10) }));

    expect(await polled(zap)).toEqual({ ids: [late], requests: 1 });
  });
});

test('two Zaps on one trigger both fire, whichever polls first', async () => {
  office.sandbox.seed('estimates', 1, () => ({ status: 'sent', sent_at: daysAgo(0) }));
  office.sandbox.seed('estimates', 120, () => ({ status: 'draft' }));
  const both = [await turnOn('estimate_awaiting_response'), await turnOn('estimate_awaiting_response')];
  for (const zap of both) expect((await polled(zap)).ids).toEqual([]);

  clock.pass(3.1);

  for (const zap of both) expect((await polled(zap)).ids).toHaveLength(1);
});

test('an estimate starts the Zap once, though it is opened and edited while it waits and after it fired', async () => {
  const [id] = office.sandbox.seed('estimates', 1, () => ({ status: 'sent', sent_at: daysAgo(0) }));
  const edit = (source: string): Promise<unknown> =>
    office.platform.run('creates.update_estimate.operation.perform', {
      inputData: { estimate_id: id, source },
    });
  const zap = await turnOn('estimate_awaiting_response');
  const starts: unknown[] = [];
  for (let day = 0; day < 8; day += 1) {
    if (day === 2 || day === 5) await edit(`day ${day}`);
    starts.push((await polled(zap)).ids.length);
    clock.pass(1);
  }

  expect(starts).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
});
