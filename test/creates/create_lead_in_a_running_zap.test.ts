import { describe, expect, test } from '@jest/globals';
import { leadForm } from '../../proof/office/forms.ts';
import { failureOf } from '../support/failure.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
const { notes: _notes, ...formWithoutNotes } = leadForm;

describe('a running Zap loses no lead over a detail: it stands in the notes', () => {
  test.each([
    [
      'a phone',
      { customer_phone: 'call after 5' },
      'customer_phone',
      'Customer Phone as it came: call after 5',
    ],
    [
      'an email',
      { customer_email: 'taylor at home' },
      'customer_email',
      'Customer Email as it came: taylor at home',
    ],
    ['a state', { state: 'NY/NJ' }, 'state', 'State as it came: NY/NJ'],
    ['a ZIP code', { zip: '2820' }, 'zip', 'ZIP Code as it came: 2820'],
    [
      'a service',
      { service_interest: ['Not sure yet'] },
      'service_interest',
      'Services of Interest as it came: Not sure yet',
    ],
  ])('when %s cannot be read or is refused', async (_what, fields, key, line) => {
    const lead = await office.create('create_lead', { ...formWithoutNotes, ...fields });

    expect(lead).toMatchObject({ customer_name: 'Taylor Morgan', notes: line });
    expect([null, []]).toContainEqual(lead[key]);
  });

  test('below the notes that came with it, one line each', async () => {
    const lead = await office.create('create_lead', { ...leadForm, customer_phone: '12', state: 'Carolina' });

    expect(lead.notes).toBe('Saturday, please\n\nCustomer Phone as it came: 12\nState as it came: Carolina');
  });

  test('and only once, however often the step is replayed with its reference', async () => {
    const form = { ...leadForm, service_interest: ['Not sure yet'], unique_reference: 'unsure-1' };
    const first = await office.create('create_lead', form);
    const before = office.sandbox.records('leads').length;

    expect(await office.create('create_lead', form)).toMatchObject({ id: first.id });
    expect(office.sandbox.records('leads')).toHaveLength(before);
  });

  test.each([
    ['[object Object]', 'Customer Phone as it came: a group of fields'],
    [{ home: '704' }, 'Customer Phone as it came: {"home":"704"}'],
  ])('when a group of fields is mapped as the phone', async (customer_phone, line) => {
    const lead = await office.create('create_lead', { ...formWithoutNotes, customer_phone });

    expect(lead.notes).toBe(line);
  });

  test('but an error that is about no detail is told', async () => {
    const error = await failureOf(office.create('create_lead', { ...leadForm, notes: 'x'.repeat(200_001) }));

    expect(error.message).toContain('did not accept this lead. Notes');
  });
});

describe('a lead without a name is saved', () => {
  test.each([
    ['under its phone number', { customer_phone: '704 555 0123' }, 'Caller +17045550123'],
    ['under its email', { customer_phone: '', customer_email: 'taylor@example.com' }, 'taylor@example.com'],
    ['as a caller whose number is in the notes', { customer_phone: 'ask Ann', customer_email: '' }, 'Caller'],
  ])('%s', async (_how, fields, customer_name) => {
    const form = { ...leadForm, customer_name: 'N/A', customer_email: '', ...fields };

    expect(await office.create('create_lead', form)).toMatchObject({ customer_name });
  });

  test('unless there is neither name, phone nor email', async () => {
    const form = { ...leadForm, customer_name: '-', customer_phone: 'Restricted', customer_email: 'n/a' };

    expect((await failureOf(office.create('create_lead', form))).message).toBe('Missing: Customer Name.');
    expect(office.requests()).toEqual([]);
  });
});

describe('a Unique Reference that tells nothing apart is none', () => {
  test.each(['quote-', 'lead_', 'quote-undefined', 'quote-#N/A', 'quote-{{id}}', '0', 'Not found'])(
    'such as "%s"',
    async (unique_reference) => {
      const before = office.sandbox.records('leads').length;
      await office.create('create_lead', { ...leadForm, unique_reference });
      await office.create('create_lead', { ...leadForm, customer_name: 'Ann Lee', unique_reference });

      expect(office.sandbox.records('leads')).toHaveLength(before + 2);
    },
  );

  test('but long numbers, also in brackets, are told apart to the last digit', async () => {
    const before = office.sandbox.records('leads').length;
    for (const unique_reference of ['[12345678901234567890]', '[12345678901234567891]'])
      await office.create('create_lead', { ...leadForm, customer_name: unique_reference, unique_reference });

    expect(office.sandbox.records('leads')).toHaveLength(before + 2);
  });
});

describe('a name without the words for a part that was not there', () => {
  test.each([
    ['Taylor undefined', 'Taylor'],
    ['{{first_name}} Morgan', 'Morgan'],
    ['Taylor N/A', 'Taylor'],
  ])('"%s" is %s', async (customer_name, name) => {
    expect(await office.create('create_lead', { ...leadForm, customer_name })).toMatchObject({
      customer_name: name,
    });
  });

  test('that is a group of fields is in the notes', async () => {
    const lead = await office.create('create_lead', {
      ...formWithoutNotes,
      customer_name: { first: 'Taylor' },
    });

    expect(lead).toMatchObject({
      customer_name: 'Caller +17045550123',
      notes: 'Customer Name as it came: {"first":"Taylor"}',
    });
  });
});

test('notes keep to the letter what looks like a list, and are saved when something in them was lost', async () => {
  for (const notes of [
    '[4421]',
    '["Gate 4421"]',
    'Files: [object Object]',
    '['.repeat(5_000) + ']'.repeat(5_000),
  ])
    expect(await office.create('create_lead', { ...leadForm, notes })).toMatchObject({ notes });
});
