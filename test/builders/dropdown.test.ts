import { describe, expect, test } from '@jest/globals';
import { watchNetworks } from '../../proof/network_watch.ts';
import { failureOf } from '../support/failure.ts';
import { impatiently } from '../support/impatiently.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();

describe('the dropdown of clients', () => {
  test('is empty for an empty account', async () => {
    expect(await office.trigger('client_list')).toEqual([]);
  });

  test('pages through all of them, one request a page', async () => {
    office.sandbox.seed('clients', 250, (index) => ({ name: `Client ${index}` }));

    const pages = [];
    for (const page of [0, 1, 2, 3]) pages.push(await office.trigger('client_list', { meta: { page } }));

    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50, 0]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(250);
    expect(office.requests()).toHaveLength(4);
  });

  test('reaches a page whose cursor Zapier forgot by walking there', async () => {
    const page = await office.trigger('client_list', { meta: { page: 2 } });

    expect(page).toHaveLength(50);
    expect(office.requests()).toHaveLength(3);
  });

  test('tells two people of one name apart', async () => {
    office.sandbox.seed('clients', 1, () => ({
      name: 'Taylor Morgan',
      phone: '+17045550123',
      city: 'Charlotte',
    }));
    office.sandbox.seed('clients', 1, () => ({
      name: 'Taylor Morgan',
      phone: null,
      email: 't@example.com',
      city: null,
    }));

    const labels = (await office.trigger('client_list')).map(({ label }) => label);

    expect(labels.slice(0, 2)).toEqual([
      'Taylor Morgan · t@example.com',
      'Taylor Morgan · +17045550123 · Charlotte',
    ]);
  });
});

describe('a page far down a dropdown', () => {
  let rounds: string[] = [];
  const open = async (page: number): Promise<unknown[]> => {
    const watch = watchNetworks();
    rounds = watch.cacheCalls;
    office.sandbox.clearJournal();
    const run = 'triggers.lead_list.operation.perform';
    const { equip } = watch;
    const entries = await office.platform.run(run, { inputData: {}, meta: { page } }, { equip });
    return Array.isArray(entries) ? entries.map((entry: unknown) => entry) : [];
  };

  test('costs a request for each page up to it, once; then it begins at the nearest one that is known', async () => {
    office.sandbox.seed('leads', 650);

    expect(await open(2)).toHaveLength(100);
    expect([office.requests().length, rounds]).toEqual([3, ['get', 'set']]);
    expect(await open(5)).toHaveLength(100);
    expect([office.requests().length, rounds]).toEqual([3, ['get', 'set']]);
    expect(await open(5)).toHaveLength(100);
    expect([office.requests().length, rounds]).toEqual([1, ['get']]);
    expect(await open(6)).toHaveLength(50);
    expect(await open(7)).toEqual([]);
    expect(await open(40)).toEqual([]);
  });

  test('is walked to again where its cursor is taken no more', async () => {
    office.sandbox.setQuirks({ cursorsOf: 'monday' });
    const first = await open(1);
    office.sandbox.setQuirks({ cursorsOf: 'tuesday' });

    expect(await open(1)).toEqual(first);
    expect(office.requests()).toHaveLength(3);
    expect(await open(1)).toEqual(first);
    expect(office.requests()).toHaveLength(1);
  });

  test('goes on in the order of the list where that cannot be sorted', async () => {
    office.sandbox.setQuirks({ refuseSort: true });

    const pages = [await open(0), await open(1), await open(2)];
    expect(new Set(pages.flat().map((entry) => JSON.stringify(entry))).size).toBe(300);
    expect(office.requests()).toHaveLength(1);
  });

  test('leaves no gap where records came since', async () => {
    await open(2);
    office.sandbox.seed('leads', 10);

    const pages = [await open(0), await open(1), await open(2)];
    expect(new Set(pages.flat().map((entry) => JSON.stringify(entry))).size).toBe(300);
  });

  test('does not show the first one again where a cursor leads back to it', async () => {
    office.sandbox.setQuirks({ repeatedCursor: true });

    expect(await open(0)).toHaveLength(100);
    expect(await open(1)).toEqual([]);
    expect(await open(2)).toEqual([]);
  });

  test('that takes too long is told in words, and the next try goes on from there', async () => {
    const error = await impatiently(() => failureOf(open(4)), 900);
    expect(error.message).toContain('Load more again: it goes on from here.');
    const read = office.requests().length;

    expect(await open(4)).toHaveLength(100);
    expect(office.requests()).toHaveLength(5 - read);
  });

  test('is told in words where the API fails, on the way there or at the page itself', async () => {
    office.sandbox.setFaults([{ kind: 'throttle', retryAfter: '7' }]);
    expect((await failureOf(open(1))).message).toContain('Try again in 7 seconds.');
    office.sandbox.setFaults([]);
    await open(1);
    office.sandbox.setFaults([{ kind: 'throttle', retryAfter: '7' }]);

    expect((await failureOf(open(1))).message).toContain('Try again in 7 seconds.');
    expect(office.requests()).toHaveLength(1);
  });
});

describe('two records of one customer are told apart', () => {
  const labels = async (key: string, meta: Record<string, unknown> = {}): Promise<unknown[]> =>
    (await office.trigger(key, { meta })).slice(0, 2).map(({ label }) => label);
  const ann = { customer_name: 'Ann Lee', customer_phone: '+17045550123' };

  test('jobs by date and service', async () => {
    const place = { service_city: 'Charlotte', number: null };
    office.sandbox.seed('jobs', 1, () => ({
      ...ann,
      ...place,
      scheduled_date: '2026-03-20',
      service_type: 'house_wash',
      scheduled_time_start: '13:05:00',
    }));
    office.sandbox.seed('jobs', 1, () => ({
      ...ann,
      ...place,
      scheduled_date: '2026-04-01',
      service_type: 'Gutter Guard',
      scheduled_time_start: null,
    }));

    expect(await labels('job_list')).toEqual([
      'Ann Lee · Apr 1, 2026 · Gutter Guard · Charlotte',
      'Ann Lee · Mar 20, 2026, 1:05 PM · House Wash · Charlotte',
    ]);
  });

  test('estimates by number, total and date, in the zone of the Zap', async () => {
    office.sandbox.seed('estimates', 1, () => ({
      ...ann,
      number: 'EST-7',
      total: 1234.5,
      created_at: '2027-01-01T02:00:00.000Z',
    }));
    office.sandbox.seed('estimates', 1, () => ({
      ...ann,
      number: null,
      total: 432.5,
      created_at: '2027-01-02T02:00:00.000Z',
    }));

    expect(await labels('estimate_list', { timezone: 'America/New_York' })).toEqual([
      'Ann Lee · $432.50 · Jan 1, 2027',
      'Ann Lee · EST-7 · $1,234.50 · Dec 31, 2026',
    ]);
  });

  test('leads that are alike by the day they came, else by their ids', async () => {
    const created_at = '2027-05-05T12:00:00.000Z';
    const ids = office.sandbox.seed('leads', 2, () => ({ ...ann, city: 'Charlotte', created_at }));

    expect(await labels('lead_list')).toEqual(
      ids.reverse().map((id) => `Ann Lee · +17045550123 · Charlotte · May 5, 2027 · ${id.slice(0, 8)}`),
    );
  });
});
