import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ResourceName } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import type { RunningZap } from '../../workbench/zap.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

jest.setTimeout(60_000);
const clock = movingClock();
const office = openOffice({ now: clock.now });
const zaps = openZaps(office);
const timezone = 'America/New_York';

const turnOn = (key: string, input: Item = {}): Promise<RunningZap> =>
  zaps.on({ name: key, timezone, trigger: { key, input }, steps: [] });

/** What the Zap is started for by a poll at this moment. */
async function startedAt(moment: string, zap: RunningZap): Promise<Item[]> {
  clock.moveTo(moment);
  const before = zap.runs.length;
  office.sandbox.clearJournal();
  await zap.poll();
  return zap.runs.slice(before).map(({ given }) => (isObject(given.trigger) ? given.trigger : {}));
}
const idsAt = async (moment: string, zap: RunningZap): Promise<unknown[]> =>
  (await startedAt(moment, zap)).map(({ id }) => id);

const seed = (resource: ResourceName, fields: Item): string =>
  String(office.sandbox.seed(resource, 1, () => fields)[0]);
const change = (inputData: Item): Promise<Item> => office.create('update_job', inputData);

beforeEach(() => {
  for (const resource of ['leads', 'clients', 'jobs'] as const)
    for (const { id } of office.sandbox.records(resource)) office.sandbox.remove(resource, String(id));
});
afterEach(() => {
  office.sandbox.clearJournal();
});

describe('Upcoming Job', () => {
  test('reminds of each job once at 8 AM of the day before, also when the clocks change, and again when it is moved', async () => {
    clock.moveTo('2027-03-12T15:00Z');
    const [sunday, monday] = ['2027-03-14', '2027-03-15'].map((scheduled_date) =>
      seed('jobs', { scheduled_date }),
    );
    seed('jobs', { scheduled_date: '2027-03-15', status: 'cancelled' });
    seed('jobs', { scheduled_date: '2027-03-15', status: 'complete' });
    const zap = await turnOn('upcoming_job');

    expect(await idsAt('2027-03-13T12:59Z', zap)).toEqual([]);
    expect(await idsAt('2027-03-13T13:00Z', zap)).toEqual([sunday]);
    // In that night the clocks go forward.
    expect(await idsAt('2027-03-14T11:59Z', zap)).toEqual([]);
    expect(await idsAt('2027-03-14T12:00Z', zap)).toEqual([monday]);
    expect(await idsAt('2027-03-14T20:00Z', zap)).toEqual([]);

    await change({ job_id: monday, scheduled_date: '03/20/2027' });
    expect(await idsAt('2027-03-15T14:00Z', zap)).toEqual([]);
    expect(await startedAt('2027-03-19T12:05Z', zap)).toMatchObject([
      { id: monday, scheduled_date: '2027-03-20' },
    ]);
    expect(await idsAt('2027-03-20T14:00Z', zap)).toEqual([]);
    await zap.off();
  });

  test('reminds at once of a job that is made for tomorrow, in one request, and never of one that was there', async () => {
    clock.moveTo('2027-11-06T15:00Z');
    const there = seed('jobs', { scheduled_date: '2027-11-07' });
    const zap = await turnOn('upcoming_job', { days: '1 day' });
    expect(await idsAt('2027-11-06T15:10Z', zap)).toEqual([]);

    const made = seed('jobs', { scheduled_date: '2027-11-07' });
    expect(await idsAt('2027-11-06T15:20Z', zap)).toEqual([made]);
    expect(office.requests()).toEqual(['GET /jobs']);
    expect(there).not.toBe(made);
    await zap.off();
  });

  test('with 0 days reminds in the same morning, and no more when the day is over', async () => {
    clock.moveTo('2027-06-01T15:00Z');
    const zap = await turnOn('upcoming_job', { days: 0 });
    const id = seed('jobs', { scheduled_date: '2027-06-02' });
    expect(await idsAt('2027-06-02T09:59Z', zap)).toEqual([]);
    expect(await idsAt('2027-06-02T10:00Z', zap)).toEqual([id]);
    seed('jobs', { scheduled_date: '2027-06-02' });
    // Half past midnight of the next day; in UTC it has been that day for hours.
    expect(await idsAt('2027-06-03T04:30Z', zap)).toEqual([]);
    await zap.off();
  });

  test('with a service reminds of its jobs only; a job without a date never', async () => {
    clock.moveTo('2027-06-01T15:00Z');
    const zap = await turnOn('upcoming_job', { days: 3, service_type: 'Roof Wash' });
    const [roof] = ['roof_wash', 'house_wash'].map((service_type) =>
      seed('jobs', { service_type, scheduled_date: '2027-06-03' }),
    );
    seed('jobs', { service_type: 'roof_wash', scheduled_date: null });

    expect(await idsAt('2027-06-01T16:00Z', zap)).toEqual([roof]);
    await zap.off();
  });
});

describe('Job Scheduled or Rescheduled', () => {
  test('starts for a new job and for each change of its date or times, and for nothing else', async () => {
    clock.moveTo('2027-04-01T15:00Z');
    const [old, past] = ['2027-04-10', '2027-01-10'].map((scheduled_date) =>
      seed('jobs', { scheduled_date, updated_at: '2027-01-05T10:00:00.000Z' }),
    );
    const zap = await turnOn('job_scheduled');
    await change({ job_id: old, notes: 'Bring the long ladder' });
    await change({ job_id: past, notes: 'Paid in cash' });
    expect(await idsAt('2027-04-01T15:10Z', zap)).toEqual([]);

    const made = seed('jobs', { scheduled_date: '2027-04-02' });
    expect(await idsAt('2027-04-01T15:20Z', zap)).toEqual([made]);
    expect(office.requests()).toEqual(['GET /jobs']);

    await change({ job_id: old, scheduled_time_start: '10am' });
    expect(await startedAt('2027-04-01T15:30Z', zap)).toMatchObject([
      { id: old, scheduled_time_start: '10:00:00', scheduled_time_end: '12:00:00' },
    ]);
    await change({ job_id: past, scheduled_date: '04/20/2027' });
    expect(await startedAt('2027-04-01T15:40Z', zap)).toMatchObject([
      { id: past, scheduled_date: '2027-04-20' },
    ]);
    expect(await idsAt('2027-04-02T15:40Z', zap)).toEqual([]);
    await zap.off();
  });

  test('starts for a job that had no date when it gets one, and not for cancelled ones', async () => {
    clock.moveTo('2027-04-01T15:00Z');
    const id = seed('jobs', { scheduled_date: null });
    const zap = await turnOn('job_scheduled');
    seed('jobs', { scheduled_date: '2027-04-09', status: 'cancelled' });
    expect(await idsAt('2027-04-01T15:10Z', zap)).toEqual([]);
    await change({ job_id: id, scheduled_date: '04/09/2027' });
    expect(await idsAt('2027-04-01T15:20Z', zap)).toEqual([id]);
    await zap.off();
  });

  test('finds out by their dates where the API does not sort by the last change', async () => {
    clock.moveTo('2027-04-01T15:00Z');
    const ids = office.sandbox.seed('jobs', 150, () => ({ scheduled_date: '2027-04-09' }));
    office.sandbox.setQuirks({ refuseSort: true });
    const zap = await turnOn('job_scheduled');
    await change({ job_id: ids[3], scheduled_date: '04/08/2027' });

    expect(await idsAt('2027-04-01T15:10Z', zap)).toEqual([ids[3]]);
    await zap.off();
  });
});

describe('Client Due Again', () => {
  const jobOf = (client_id: string, fields: Item): string =>
    seed('jobs', { client_id, status: 'complete', scheduled_date: '2026-05-10', ...fields });

  test('starts once, a year after the last completed job, when none is scheduled', async () => {
    clock.moveTo('2027-05-09T15:00Z');
    const [due, booked, washed, gone] = Array.from({ length: 4 }, (_, index) =>
      seed('clients', { email: `client${index}@example.com` }),
    );
    const last = jobOf(String(due), { total: 349, service_type: 'house_wash' });
    for (const client of [booked, washed, gone]) jobOf(String(client), {});
    jobOf(String(booked), { status: 'scheduled', scheduled_date: '2027-06-01' });
    jobOf(String(washed), { scheduled_date: '2027-02-01' });
    jobOf(String(due), { status: 'cancelled', scheduled_date: '2027-06-01' });
    office.sandbox.remove('clients', String(gone));
    const zap = await turnOn('client_due_again');

    expect(await idsAt('2027-05-09T15:10Z', zap)).toEqual([]);
    expect(await idsAt('2027-05-10T11:59Z', zap)).toEqual([]);
    expect(await startedAt('2027-05-10T12:00Z', zap)).toMatchObject([
      {
        id: due,
        email: 'client0@example.com',
        last_job_id: last,
        last_job_date: '2026-05-10',
        last_job_service: 'house_wash',
        last_job_total: 349,
      },
    ]);
    expect(await idsAt('2027-05-10T18:00Z', zap)).toEqual([]);
    expect(office.requests()).toEqual([]);
    expect(await idsAt('2027-05-11T13:00Z', zap)).toEqual([]);
    expect(await idsAt('2027-05-12T13:00Z', zap)).toEqual([]);
    expect(office.requests()).toEqual(['GET /jobs']);
    await zap.off();
  });

  test('starts for nobody who was due when the Zap was turned on, and again after the next job', async () => {
    clock.moveTo('2027-05-11T15:00Z');
    const client = seed('clients', {});
    jobOf(client, {});
    const zap = await turnOn('client_due_again', { months: '1 month' });
    expect(await idsAt('2027-05-12T15:00Z', zap)).toEqual([]);
    jobOf(client, { scheduled_date: '2027-05-31' });
    expect(await idsAt('2027-06-29T15:00Z', zap)).toEqual([]);
    // May 31 and a month is the last day of June.
    expect(await idsAt('2027-06-30T15:00Z', zap)).toEqual([client]);
    await zap.off();
  });

  test('starts for what fell due while the Zap could not look for a week', async () => {
    clock.moveTo('2027-05-01T15:00Z');
    const client = seed('clients', {});
    jobOf(client, {});
    const zap = await turnOn('client_due_again');
    expect(await idsAt('2027-05-17T15:00Z', zap)).toEqual([client]);
    await zap.off();
  });

  test('counts jobs of one service only when one is chosen', async () => {
    clock.moveTo('2027-05-01T15:00Z');
    const client = seed('clients', {});
    jobOf(client, { service_type: 'house_wash' });
    jobOf(client, { service_type: 'roof_wash', scheduled_date: '2026-09-10' });
    const zap = await turnOn('client_due_again', { service_type: 'House Wash' });
    expect(await startedAt('2027-05-10T15:00Z', zap)).toMatchObject([
      { id: client, last_job_service: 'house_wash' },
    ]);
    await zap.off();
  });
});

describe('Lead Waiting', () => {
  test('starts once for a lead that is still new after the hours', async () => {
    clock.moveTo('2027-04-01T15:00Z');
    const zap = await turnOn('lead_waiting', { hours: '2 hours' });
    const [waiting, called] = [seed('leads', {}), seed('leads', {})];
    expect(await idsAt('2027-04-01T16:59Z', zap)).toEqual([]);
    await office.act(`leads/${called}/status`, { status: 'appointment_scheduled' });
    expect(await idsAt('2027-04-01T17:01Z', zap)).toEqual([waiting]);
    expect(await idsAt('2027-04-02T17:01Z', zap)).toEqual([]);
    await zap.off();
  });

  test('does not start for what waited before the Zap was on', async () => {
    clock.moveTo('2027-04-01T15:00Z');
    const old = seed('leads', { created_at: '2027-03-20T10:00:00.000Z' });
    const zap = await turnOn('lead_waiting');
    await office.create('update_lead', { lead_id: old, notes: 'Called' });
    expect(await idsAt('2027-04-01T15:10Z', zap)).toEqual([]);
    await zap.off();
  });
});
