import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { impatiently } from '../support/impatiently.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
const people = (count: number, fields: (index: number) => Item = () => ({})): string[] =>
  office.sandbox.seed('leads', count, (index) => ({
    customer_name: `Person ${index}`,
    customer_email: `person${index}@example.com`,
    customer_phone: `+1704556${String(index).padStart(4, '0')}`,
    ...fields(index),
  }));

describe('an empty account', () => {
  test.each([
    ['find_lead', { customer_email: 'absent@example.com' }],
    ['find_client', { name: 'Nobody' }],
    ['find_job', { number: 'JOB-1' }],
    ['find_invoice', { status: 'Paid' }],
    ['find_estimate', { estimate_id: '00000000-0000-4000-8000-000000000001' }],
  ])('has nothing to find for %s', async (key, input) => {
    expect(await office.search(key, input)).toEqual([]);
  });
});

describe('Find Lead', () => {
  test('finds by each detail, in any spelling, and says by which', async () => {
    const [id] = office.sandbox.seed('leads', 1, () => ({
      customer_name: 'Taylor Morgan',
      customer_email: 'Taylor@Example.com',
      customer_phone: '+17045550123',
    }));

    const found = async (input: Item): Promise<unknown[]> =>
      (await office.search('find_lead', input)).map((lead) => [lead.id, lead.matched_on]);
    expect(await found({ lead_id: id })).toEqual([[id, 'id']]);
    expect(await found({ customer_email: ' TAYLOR@example.com ' })).toEqual([[id, 'email']]);
    expect(await found({ customer_phone: '704.555.0123' })).toEqual([[id, 'phone']]);
    expect(await found({ customer_name: 'taylor   MORGAN' })).toEqual([[id, 'name']]);
  });

  test('by its id costs one request', async () => {
    const [id] = people(1);

    await office.search('find_lead', { lead_id: id });

    expect(office.requests()).toEqual([`GET /leads/${String(id)}`]);
  });

  test('costs one request for each hundred leads up to the match, and gives the newest', async () => {
    people(250, (index) => ({
      customer_name: index === 20 || index === 10 ? 'Ada Twice' : `Other ${index}`,
    }));
    office.sandbox.clearJournal();

    const [lead] = await office.search('find_lead', { customer_name: 'Ada Twice' });

    expect(lead?.customer_email).toBe('person20@example.com');
    expect(office.requests()).toHaveLength(3);
  });

  test('believes the email before the phone, also when the phone fits a newer lead', async () => {
    people(1, () => ({ customer_email: 'ada@example.com', customer_name: 'By Email' }));
    people(1, () => ({ customer_phone: '+17045559999', customer_name: 'By Phone' }));

    const input = { customer_email: 'ada@example.com', customer_phone: '(704) 555-9999' };
    expect(await office.search('find_lead', input)).toMatchObject([
      { customer_name: 'By Email', matched_on: 'email' },
    ]);
    const other = { ...input, customer_email: 'no@example.com' };
    expect(await office.search('find_lead', other)).toMatchObject([
      { customer_name: 'By Phone', matched_on: 'phone' },
    ]);
  });

  test('looks at the details when the id leads nowhere', async () => {
    people(1, () => ({ customer_email: 'known@example.com' }));

    const input = { lead_id: 'gone-1', customer_email: 'known@example.com' };
    expect(await office.search('find_lead', input)).toMatchObject([{ matched_on: 'email' }]);
  });

  test.each(['.', '..', 'N/A'])('takes "%s" in the field of a lead for nothing', async (lead_id) => {
    people(1);

    const error = await failureOf(office.search('find_lead', { lead_id }));
    expect(error.message).toBe('Fill in at least one field to find the lead by.');
    expect(office.requests()).toEqual([]);
  });

  test('by an id that nobody has, where the API does not read by id, looks at all leads', async () => {
    people(120);
    office.sandbox.setQuirks({ noReadById: 405 });

    expect(await office.search('find_lead', { lead_id: '00000000-0000-4000-8000-000000000009' })).toEqual([]);
  });

  test("does not find another organization's lead", async () => {
    const stranger = office.as(office.sandbox.createKey({ organization: 'other' }));
    const [id] = people(1, () => ({ customer_email: 'ours@example.com' }));

    const run = (inputData: Item): Promise<unknown> =>
      stranger.run('searches.find_lead.operation.perform', { inputData });
    expect(await run({ lead_id: id })).toEqual([]);
    expect(await run({ customer_email: 'ours@example.com' })).toEqual([]);
  });

  test('without anything to search by says so, without a request', async () => {
    const error = await failureOf(office.search('find_lead', { customer_email: ' ', customer_name: null }));

    expect(error.message).toBe('Fill in at least one field to find the lead by.');
    expect(office.requests()).toEqual([]);
  });

  test('that runs out of time never says "not found"', async () => {
    people(200);
    office.sandbox.clearJournal();

    const error = await impatiently(
      () => failureOf(office.search('find_lead', { customer_name: 'Nobody' })),
      900,
    );

    expect(error.message).toContain('not known whether there is a match');
  });

  test('with a key that may not read leads names the scope', async () => {
    const platform = office.as(office.sandbox.createKey({ scopes: ['clients:*'] }));
    const run = platform.run('searches.find_lead.operation.perform', { inputData: { customer_name: 'Ada' } });

    expect((await failureOf(run)).message).toContain('lacks the scope leads:read');
  });
});

describe('Find Invoice', () => {
  test('finds by number, narrowed by status, or by status alone', async () => {
    const [older] = office.sandbox.seed('invoices', 1, () => ({ number: 'INV-77', status: 'paid' }));
    const [newer] = office.sandbox.seed('invoices', 1, () => ({ number: 'INV-78', status: 'overdue' }));

    expect(await office.search('find_invoice', { number: 'inv-77' })).toMatchObject([
      { id: older, matched_on: 'number' },
    ]);
    expect(await office.search('find_invoice', { number: 'INV-77', status: 'Overdue' })).toEqual([]);
    expect(await office.search('find_invoice', { status: 'Overdue' })).toMatchObject([
      { id: newer, matched_on: 'status' },
    ]);
  });
});

describe('Find Lead in a running Zap', () => {
  test('goes on without a phone or an email that is none', async () => {
    people(1, () => ({ customer_name: 'Known By Name' }));

    const input = { customer_phone: 'no phone', customer_name: 'known by name' };
    expect(await office.search('find_lead', input)).toMatchObject([{ matched_on: 'name' }]);
  });

  test('finds nobody by a phone that is none, so that "find or create" creates', async () => {
    expect(await office.search('find_lead', { customer_phone: 'call me' })).toEqual([]);
    expect(office.requests()).toEqual([]);
  });

  test('recognizes nobody by an address that people invent', async () => {
    people(1, () => ({ customer_email: 'none@none.com' }));

    expect(await office.search('find_lead', { customer_email: 'none@none.com' })).toEqual([]);
  });
});

test('Find Lead tested in the editor refuses a phone that is none, so that a wrong mapping is seen', async () => {
  const meta = { isLoadingSample: true };
  const search = office.platform.run('searches.find_lead.operation.perform', {
    inputData: { customer_phone: 'call me' },
    meta,
  });

  expect((await failureOf(search)).message).toContain('Customer Phone "call me" is not a phone number');
});
