import { beforeEach, describe, expect, test } from '@jest/globals';
import type { HttpRequestOptions, ZObject } from 'zapier-platform-core';
import { failingCache } from '../../workbench/failing_cache.ts';
import { isObject } from '../../src/lib/guards.ts';
import { failureOf } from '../support/failure.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';
import { polls } from '../support/polled_lists.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const clock = movingClock();
const office = openOffice({ now: clock.now });
const meta = { timezone: 'America/New_York', zap: { id: 'zap' } };
const run = (inputData: Item = {}, more: Item = {}): Promise<Item[]> =>
  office.trigger('client_due_again', { inputData, meta: { ...meta, ...more } });
const ids = async (): Promise<unknown[]> => (await run()).map(({ id }) => id);
const seedJob = (fields: Item): string => String(office.sandbox.seed('jobs', 1, () => fields)[0]);

/** A run in which each request takes thirteen seconds. */
async function slowRun(more: Item = {}): Promise<Item[]> {
  const equip = (z: ZObject): ZObject => {
    const request = async (options: HttpRequestOptions & { url: string }): Promise<unknown> => {
      const response = await z.request(options);
      clock.move(13_000);
      return response;
    };
    return Object.assign({}, z, { request });
  };
  const bundle = { inputData: {}, meta: { ...meta, ...more } };
  const given = await office.platform.run('triggers.client_due_again.operation.perform', bundle, { equip });
  return Array.isArray(given) ? given.filter(isObject) : [];
}

/** So many clients, whose last job was a year ago. */
function seedDue(count: number, scheduled_date = '2026-11-06'): string[] {
  const clients = office.sandbox.seed('clients', count);
  for (const client_id of clients) seedJob({ client_id, scheduled_date, status: 'complete' });
  return clients;
}

beforeEach(() => {
  for (const resource of ['jobs', 'clients'] as const)
    for (const { id } of office.sandbox.records(resource)) office.sandbox.remove(resource, String(id));
  office.sandbox.clearJournal();
  clock.moveTo('2027-11-06T15:00Z');
});

test.each(['0', '-1', '1.5', 'a year', '61'])('does not take %s months', async (months) => {
  const error = await failureOf(run({ months }));

  expect(error.message).toBe(`Months "${months}" has to be a whole number from 1 to 60.`);
});

test('in an account without jobs gives nothing, in one request a day', async () => {
  expect([await run(), await run()]).toEqual([[], []]);
  expect(office.requests()).toEqual(['GET /jobs']);
});

test('when a Zap is turned on gives what tells items apart, and reads no client', async () => {
  const [client] = seedDue(1);
  const [job] = office.sandbox.records('jobs');

  expect(await run({}, { isPopulatingDedupe: true })).toEqual([{ id: client, last_job_id: job?.id }]);
  expect(office.requests()).toEqual(['GET /jobs']);
});

test('in the editor shows three clients whose last job is done, due or not', async () => {
  seedDue(5, '2027-10-01');

  expect(await run({}, { isLoadingSample: true })).toHaveLength(3);

  const [due] = seedDue(1);
  expect(await run({}, { isLoadingSample: true })).toMatchObject([{ id: due }]);
});

test('takes a job without a date for work to come, unless it is done', async () => {
  const [due] = seedDue(2);
  const [, other] = office.sandbox
    .records('clients')
    .map(({ id }) => id)
    .reverse();
  seedJob({ client_id: other, scheduled_date: null });

  expect(await ids()).toEqual([due]);
});

test('takes a job that is done and has no date for one of the day on which it was done', async () => {
  const [client_id] = office.sandbox.seed('clients', 1);
  seedJob({ client_id, status: 'complete', scheduled_date: null, completed_at: '2026-11-06T20:00:00.000Z' });

  expect(await run()).toMatchObject([{ id: client_id, last_job_date: '2026-11-06' }]);
});

test.each([
  ['complete', 'scheduled'],
  ['scheduled', 'complete'],
])('of two jobs of one day, %s and %s, one is still to come', async (...statuses) => {
  const [client_id] = office.sandbox.seed('clients', 1);
  for (const status of statuses) seedJob({ client_id, status, scheduled_date: '2026-11-06' });

  expect(await run()).toEqual([]);
});

test('a client who is gone starts nothing, and the others do', async () => {
  const [gone, there] = seedDue(2);
  office.sandbox.remove('clients', String(gone));

  expect(await ids()).toEqual([there]);
});

test('a key that may not read clients is told so', async () => {
  seedDue(1);
  const key = office.sandbox.createKey({ scopes: ['jobs:read'] });
  const step = office.as(key).run('triggers.client_due_again.operation.perform', { inputData: {}, meta });

  expect((await failureOf(step)).message).toContain('clients:read');
});

test('a list that is longer than a check can read is an error in words, also when the Zap is turned on', async () => {
  office.sandbox.seed('jobs', 250, () => ({ scheduled_date: '2027-12-24' }));
  for (const more of [{}, { isPopulatingDedupe: true }]) {
    expect((await failureOf(slowRun(more))).message).toContain('took too long to list its jobs');
  }
});

test('jobs that do not say whose they are are an error in words', async () => {
  // Turns off the comparison of answers with the contract, which demands a client.
  office.sandbox.setQuirks({ bareAnswers: false });
  seedJob({ client_id: null });

  expect((await failureOf(run())).message).toContain('does not say whose they are');
});

describe('what was given', () => {
  test('is given once more the next day, in case it was lost, and then no more', async () => {
    const clients = seedDue(1);
    expect(await ids()).toEqual(clients);
    clock.moveTo('2027-11-07T15:00Z');
    expect(await ids()).toEqual(clients);
    clock.moveTo('2027-11-08T15:00Z');
    expect(await ids()).toEqual([]);
  });

  test('is left for the next check where the time does not reach', async () => {
    const clients = seedDue(40);

    const first = await slowRun();
    expect(first).toHaveLength(5);
    const second = await run();

    expect([...first, ...second].map(({ id }) => id).sort()).toEqual(clients.sort());
  });

  test('cannot be left for the next check where the cache does not answer, and that is an error in words', async () => {
    seedDue(1);
    let waitsMs = 23_200;
    const has = (): never => {
      clock.move(waitsMs);
      waitsMs = 0;
      throw new Error('The cache does not answer.');
    };
    const platform = office.as(office.sandbox.keys.live, undefined, new Proxy({}, { has, set: has }));

    const error = await failureOf(
      platform.run('triggers.client_due_again.operation.perform', { inputData: {}, meta }),
    );
    expect(error.message).toContain('took too long to list its clients');
  });

  test('is what fell due since yesterday where the cache does not answer, at each check', async () => {
    const due = [...seedDue(1, '2026-11-05'), ...seedDue(1)];
    seedDue(1, '2026-11-03');
    const platform = office.as(office.sandbox.keys.live, undefined, failingCache());
    const step = (): Promise<unknown> =>
      platform.run('triggers.client_due_again.operation.perform', { inputData: {}, meta });

    for (const items of [await step(), await step()])
      expect(items).toMatchObject(due.toReversed().map((id) => ({ id })));
  });
});

describe('where the API writes amounts as texts', () => {
  const api = scriptedApi();
  const { poll } = polls();

  test('the total of the last job is a number, and what it does not say is null', async () => {
    const job = {
      id: 'j1',
      client_id: 'c1',
      status: 'Completed',
      scheduled_date: '2026-03-20',
      total: '$432.50',
    };
    api.answersBy(({ path }) => ({ status: 200, body: { data: path === '/jobs' ? [job] : { id: 'c1' } } }));

    expect(await poll('client_due_again', {}, { isLoadingSample: true })).toMatchObject([
      { id: 'c1', last_job_total: 432.5, last_job_service: null, last_job_service_name: null },
    ]);
  });
});
