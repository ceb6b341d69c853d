import { describe, expect, test } from '@jest/globals';
import type { Item } from '../support/office.ts';
import { polledZaps } from '../support/polled_zaps.ts';

const { office, clock, turnOn, startedAt, idsAt, seed } = polledZaps();

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
    const client = seed('clients');
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
    const client = seed('clients');
    jobOf(client, {});
    const zap = await turnOn('client_due_again');
    expect(await idsAt('2027-05-17T15:00Z', zap)).toEqual([client]);
    await zap.off();
  });

  test('counts jobs of one service only when one is chosen', async () => {
    clock.moveTo('2027-05-01T15:00Z');
    const client = seed('clients');
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
    const [waiting, called] = [seed('leads'), seed('leads')];
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
