import { beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { clientForm, jobForm } from '../../proof/office/forms.ts';
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
      scheduled_time_end: '',
    });

    expect(job).toMatchObject({ scheduled_date: '2026-03-20', scheduled_time_start });
  });

  test.each([
    ['9am', '11:00:00'],
    ['10am', null],
    ['9am-10am', '10:00:00'],
  ])('takes the end of a range in Date for the start that it has: %s', async (scheduled_time_start, end) => {
    const job = await office.create('create_job', {
      ...jobForm,
      client_id,
      scheduled_date: '03/20/2026 9-11am',
      scheduled_time_start,
      scheduled_time_end: '',
    });

    expect(job.scheduled_time_end).toBe(end);
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
    ['Missing: Date.', { scheduled_date: '' }],
    ['Start Time "25:00" is not a time', { scheduled_time_start: '25:00' }],
    ['End Time has to be after Start Time.', { scheduled_time_start: '1pm' }],
    ['End Time has to be after Start Time.', { scheduled_time_start: '11am' }],
    ['Service State "Carolina" is not a state', { service_state: 'Carolina' }],
  ])('%s', async (sentence, fields) => {
    const error = await failureOf(office.create('create_job', { ...jobForm, client_id, ...fields }));

    expect(error.message).toContain(sentence);
    expect(office.requests()).toEqual([]);
  });

  test('that a service is unknown, and to pick one', async () => {
    const error = await failureOf(
      office.create('create_job', { ...jobForm, client_id, service_type: 'car-wash' }),
    );

    expect(error.message).toMatch(
      /did not accept this job\. Service "car-wash": .* Pick one from the list\./,
    );
  });

  test('that there is no such client', async () => {
    const strangers = '00000000-0000-4000-8000-000000000001';
    const error = await failureOf(office.create('create_job', { ...jobForm, client_id: strangers }));

    expect(error.message).toMatch(/did not accept this job\. Client "00000000-[^"]*": /);
  });
});

describe('Create Job without a client', () => {
  const wanted = { ...jobForm, customer_email: 'new@example.com', customer_phone: '(704) 555-7777' };
  const clients = (): number => office.sandbox.records('clients').length;

  test('finds the client by email, before one with the phone', async () => {
    office.sandbox.seed('clients', 1, () => ({ email: 'other@example.com', phone: '+17045557777' }));
    const [byEmail] = office.sandbox.seed('clients', 1, () => ({ email: 'New@Example.com', phone: null }));
    office.sandbox.clearJournal();

    expect(await office.create('create_job', wanted)).toMatchObject({ client_id: byEmail });
    expect(office.requests()).toEqual(['GET /clients', 'POST /jobs']);
  });

  test('finds the client by phone when no email fits', async () => {
    const [byPhone] = office.sandbox.seed('clients', 1, () => ({ email: null, phone: '+17045558888' }));

    const form = { ...wanted, customer_email: 'unknown@example.com', customer_phone: '704 555 8888' };
    expect(await office.create('create_job', form)).toMatchObject({ client_id: byPhone });
  });

  test('recognizes nobody by an address that people invent', async () => {
    office.sandbox.seed('clients', 1, () => ({ email: 'none@none.com' }));
    const before = clients();

    await office.create('create_job', { ...wanted, customer_email: 'none@none.com', customer_phone: '' });

    expect(clients()).toBe(before + 1);
  });

  test('creates the client who is not there, with the address of the work', async () => {
    const form = { ...wanted, customer_email: 'fresh@example.com', customer_phone: '' };
    const before = clients();

    const job = await office.create('create_job', form);

    expect(clients()).toBe(before + 1);
    expect(office.sandbox.records('clients')[0]).toMatchObject({
      id: job.client_id,
      name: 'Taylor Morgan',
      email: 'fresh@example.com',
      address_line1: '123 Main St',
      state: 'NC',
    });
    expect(office.requests()).toEqual(['GET /clients', 'POST /clients', 'POST /jobs']);
  });

  test('creates the client who is known by the phone alone', async () => {
    const form = { ...wanted, customer_email: undefined, customer_phone: '(704) 555-6666' };
    const before = clients();

    const job = await office.create('create_job', form);

    expect(clients()).toBe(before + 1);
    expect(office.sandbox.records('clients')[0]).toMatchObject({ id: job.client_id, phone: '+17045556666' });
    expect(await office.create('create_job', form)).toMatchObject({ client_id: job.client_id });
  });

  test('makes one client and one job, however often the step is replayed', async () => {
    const form = {
      ...wanted,
      customer_email: 'once@example.com',
      customer_phone: '',
      unique_reference: 'job-once',
    };
    const before = [clients(), office.sandbox.records('jobs').length] as const;
    office.sandbox.setFaults([
      { kind: 'drop_after', path: '^/clients$', method: 'POST', times: 2 },
      { kind: 'drop_after', path: '^/jobs$', method: 'POST', times: 2 },
    ]);

    await failureOf(office.create('create_job', form));
    await failureOf(office.create('create_job', form));
    const job = await office.create('create_job', form);

    expect(await office.create('create_job', form)).toEqual(job);
    expect([clients(), office.sandbox.records('jobs').length]).toEqual([before[0] + 1, before[1] + 1]);
  });

  test('writes nothing when the search for the client has used up the time', async () => {
    office.sandbox.setFaults([{ kind: 'slow_after', delayMs: 1800, path: '^/clients' }]);
    process.env.CEPRO_STEP_BUDGET_MS = '2000';

    const form = { ...wanted, customer_email: 'late@example.com' };
    const error = await failureOf(office.create('create_job', form));
    delete process.env.CEPRO_STEP_BUDGET_MS;

    expect(error.message).toContain('no time left in this step');
    expect(office.requests()).toEqual(['GET /clients']);
  });

  test('says that the client was saved when no time is left for the job, and the replay makes the job', async () => {
    office.sandbox.setFaults([
      { kind: 'slow_after', delayMs: 1800, path: '^/clients', method: 'POST', times: 1 },
    ]);
    const form = { ...wanted, customer_email: 'half@example.com', customer_phone: '' };
    const before = [clients(), office.sandbox.records('jobs').length] as const;
    process.env.CEPRO_STEP_BUDGET_MS = '2000';
    const error = await failureOf(office.create('create_job', form));
    delete process.env.CEPRO_STEP_BUDGET_MS;

    expect(error.message).toContain('only the client was saved');
    await office.create('create_job', form);
    expect([clients(), office.sandbox.records('jobs').length]).toEqual([before[0] + 1, before[1] + 1]);
  });

  test('without email and phone says what to fill in, and writes nothing', async () => {
    const error = await failureOf(office.create('create_job', jobForm));

    expect(error.message).toContain('Pick a Client, or fill in Customer Email or Customer Phone');
    expect(office.requests()).toEqual([]);
  });
});
