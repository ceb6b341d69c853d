import { beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { clientForm, jobForm } from '../support/forms.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
let client_id: unknown;

beforeEach(async () => {
  ({ id: client_id } = await office.create('create_client', clientForm));
  office.sandbox.clearJournal();
});

describe('Create Job for a chosen client', () => {
  test('saves the day and the times that were typed', async () => {
    const job = await office.create('create_job', { ...jobForm, client_id });

    expect(office.requests()).toEqual(['POST /jobs']);
    expect(job).toMatchObject({
      client_id,
      service_type: 'house_wash',
      scheduled_date: '2026-03-20',
      scheduled_time_start: '09:00:00',
      scheduled_time_end: '11:00:00',
      service_state: 'NC',
      customer_phone: '+17045550123',
      full_address: '123 Main St, Charlotte, NC 28202',
      url: `https://app.cleanestimate.pro/admin/jobs/${String(job.id)}`,
    });
  });

  test.each([
    ['2026-03-20T23:30:00-04:00', '23:30:00'],
    ['03/20/2026 9am', '09:00:00'],
    ['2026-03-20T00:00:00Z', null],
  ])('reads the day %s with the start %s', async (scheduled_date, scheduled_time_start) => {
    const job = await office.create('create_job', {
      ...jobForm,
      client_id,
      scheduled_date,
      scheduled_time_start: '',
    });

    expect(job).toMatchObject({ scheduled_date: '2026-03-20', scheduled_time_start });
  });

  test('keeps the start time of the form when the date has one too', async () => {
    const job = await office.create('create_job', {
      ...jobForm,
      client_id,
      scheduled_date: '03/20/2026 7pm',
    });

    expect(job.scheduled_time_start).toBe('09:00:00');
  });
});

describe('Create Job with something wrong writes nothing and says', () => {
  test.each([
    ['Date "soon" is not a date', { scheduled_date: 'soon' }],
    ['Date is missing.', { scheduled_date: '' }],
    ['Start Time "25:00" is not a time', { scheduled_time_start: '25:00' }],
    ['Service State "Carolina" is not a state', { service_state: 'Carolina' }],
  ])('%s', async (sentence, fields) => {
    const error = await failureOf(office.create('create_job', { ...jobForm, client_id, ...fields }));

    expect(error.message).toContain(sentence);
    expect(office.requests()).toEqual([]);
  });

  test('that a service is unknown, without turning one vocabulary into the other', async () => {
    const error = await failureOf(
      office.create('create_job', { ...jobForm, client_id, service_type: 'house-wash' }),
    );

    expect(error.message).toMatch(/did not accept this job\. Service: .*house-wash/);
  });

  test('that there is no such client', async () => {
    const strangers = '00000000-0000-4000-8000-000000000001';
    const error = await failureOf(office.create('create_job', { ...jobForm, client_id: strangers }));

    expect(error.message).toMatch(/did not accept this job\. Client: /);
  });
});
