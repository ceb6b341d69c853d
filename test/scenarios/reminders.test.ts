import { describe, expect, test } from '@jest/globals';
import type { Item } from '../support/office.ts';
import { polledZaps } from '../support/polled_zaps.ts';

const { office, clock, turnOn, startedAt, idsAt, seed } = polledZaps();
const change = (inputData: Item): Promise<Item> => office.create('update_job', inputData);

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
