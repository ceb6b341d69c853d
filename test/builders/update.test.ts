import { beforeEach, describe, expect, test } from '@jest/globals';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { failureOf } from '../support/failure.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
let records: Records;
beforeEach(async () => {
  records = await fillOffice(office);
  office.sandbox.clearJournal();
});
const sent = (): unknown => office.sandbox.journal().requests.at(-1)?.body;

describe('an update', () => {
  test('sends what is filled in and nothing else, in one request', async () => {
    const { id } = records.lead;

    const lead = await office.create('update_lead', {
      lead_id: id,
      notes: 'Called back',
      city: ' ',
      customer_phone: null,
    });

    expect(sent()).toEqual({ notes: 'Called back' });
    expect(office.requests()).toEqual([`PATCH /leads/${String(id)}`]);
    expect(lead).toMatchObject({ notes: 'Called back', city: 'Charlotte', customer_phone: '+17045550123' });
  });

  test('empties the fields that are picked, by label or key', async () => {
    const { id } = records.lead;

    const lead = await office.create('update_lead', { lead_id: id, fields_to_empty: ['Notes', 'city'] });

    expect(sent()).toEqual({ notes: null, city: null });
    expect(lead).toMatchObject({ notes: null, city: null });
  });

  test('of a job reads its day and times as Create Job does', async () => {
    await office.create('update_job', { job_id: records.job.id, scheduled_date: 'March 27, 2026 10am' });

    expect(sent()).toEqual({
      scheduled_date: '2026-03-27',
      scheduled_time_start: '10:00:00',
      scheduled_time_end: '12:00:00',
    });
  });

  test('of an estimate changes what the API lets change', async () => {
    const estimate = await office.create('update_estimate', {
      estimate_id: records.estimate.id,
      customer_phone: '704-555-9876',
      status: 'Sent',
      expires_at: '04/19/2026',
      square_footage: '2,400',
      siding_type: 'Fiber Cement',
    });

    expect(sent()).toEqual({
      customer_phone: '+17045559876',
      status: 'sent',
      expires_at: '2026-04-19T23:59:59.999Z',
      square_footage: 2400,
      siding_type: 'fiber-cement',
    });
    expect(estimate.sent_at).toEqual(expect.any(String));
  });

  test.each([
    ['2026-04-19T23:30:00-04:00', '2026-04-20T03:30:00.000Z'],
    ['04/19/2026 5pm', '2026-04-19T21:00:00.000Z'],
    ['2026-04-19 17:00:00 -0400', '2026-04-19T21:00:00.000Z'],
    ['2026-04-19T00:00:00.000Z', '2026-04-19T00:00:00.000Z'],
  ])('moves the expiry %s to UTC', async (expires_at, utc) => {
    const inputData = { estimate_id: records.estimate.id, expires_at };
    await office.create('update_estimate', inputData, { meta: { timezone: 'America/New_York' } });

    expect(sent()).toEqual({ expires_at: utc });
  });

  test('of a client says what the client is now', async () => {
    const client = await office.create('update_client', { client_id: records.client.id, status: 'Inactive' });

    expect(client).toMatchObject({ status: 'inactive', name: 'Taylor Morgan' });
  });
});

describe('an update whose answer does not show the record', () => {
  test.each(['no_content', 'empty_object', 'location'] as const)('(%s) reads it', async (success) => {
    office.sandbox.setFaults([{ kind: 'no_record', success, method: 'PATCH' }]);

    const lead = await office.create('update_lead', { lead_id: records.lead.id, city: 'Monroe' });

    expect(lead).toMatchObject({ id: records.lead.id, city: 'Monroe' });
  });

  test('says that it was saved where it cannot be read', async () => {
    office.sandbox.setFaults([{ kind: 'no_record', success: 'no_content', method: 'PATCH' }]);
    office.sandbox.setQuirks({ noReadById: 405 });

    const update = office.create('update_lead', { lead_id: records.lead.id, city: 'Monroe' });

    await expect(update).rejects.toThrow('CleanEstimate Pro saved this lead, but did not show it');
  });
});

describe('an update with something wrong writes nothing and says', () => {
  test.each([
    ['Fill in at least one field to change.', {}],
    ['Missing: Lead.', { lead_id: '', notes: 'x' }],
    ['Fields to Empty "Shoe Size" is not one of: Customer Email,', { fields_to_empty: ['Shoe Size'] }],
    [
      'Fields to Empty "customer_name" is not one of: Customer Email,',
      { fields_to_empty: ['customer_name'] },
    ],
    [
      'City has a value and is also among the Fields to Empty',
      { city: 'Raleigh', fields_to_empty: ['City'] },
    ],
  ])('%s', async (sentence, fields) => {
    const error = await failureOf(office.create('update_lead', { lead_id: records.lead.id, ...fields }));

    expect(error.message).toContain(sentence);
    expect(office.requests()).toEqual([]);
  });

  test('that a field is not in a long list, in a sentence that is whole', async () => {
    const fields = { estimate_id: records.estimate.id, fields_to_empty: ['Shoe Size'] };
    const error = await failureOf(office.create('update_estimate', fields));

    expect(error.message).toMatch(
      /^Fields to Empty "Shoe Size" is not one of: Customer Email, [\w ,]+ and others\. Pick one from the list\.$/,
    );
    expect(error.message.length).toBeLessThan(200);
  });

  test('that a ZIP code lacks a digit, since the state of the record is not seen', async () => {
    const update = (fields: Item): Promise<Item> =>
      office.create('update_client', { client_id: records.client.id, ...fields });

    expect((await failureOf(update({ zip: '2138' }))).message).toContain('ZIP Code "2138" lacks a digit');
    expect(await update({ zip: '2138', state: 'MA' })).toMatchObject({ zip: '02138' });
    expect(await update({ zip: '28202' })).toMatchObject({ zip: '28202' });
  });

  test('that there is no such lead, nor one of another organization', async () => {
    const stranger = office.as(office.sandbox.createKey({ organization: 'other' }));
    const inputData = { lead_id: records.lead.id, notes: 'x' };

    const error = await failureOf(stranger.run('creates.update_lead.operation.perform', { inputData }));

    expect(error.message).toContain('This CleanEstimate Pro account has no such lead.');
  });

  test('a status that the API refuses, in the words of the form', async () => {
    const error = await failureOf(
      office.create('update_lead', { lead_id: records.lead.id, status: 'sleeping' }),
    );

    expect(error.message).toMatch(
      /^CleanEstimate Pro did not accept this lead\. Status "sleeping": .* Pick one from the list\./,
    );
  });

  test.each([
    ['Stories', { stories: '2.5' }],
    ['Property Square Footage', { square_footage: 'about 2,000' }],
    ['Expires At', { expires_at: 'never' }],
  ])('%s', async (label, fields) => {
    const error = await failureOf(
      office.create('update_estimate', { estimate_id: records.estimate.id, ...fields }),
    );

    expect(error.message).toContain(label);
    expect(office.requests()).toEqual([]);
  });
});
