import { describe, expect, test } from '@jest/globals';
import * as zod from 'zod/mini';
import { isObject, parseJson } from '../../src/lib/guards.ts';
import { inputFields } from '../../src/forms/drawing.ts';
import { client } from '../../src/records/client.ts';
import { estimate } from '../../src/records/estimate.ts';
import { invoice } from '../../src/records/invoice.ts';
import { job } from '../../src/records/job.ts';
import { lead } from '../../src/records/lead.ts';
import { toOutput } from '../../src/records/output.ts';
import { labelFor } from '../../src/builders/record_label.ts';

describe('the shape of a record', () => {
  test('has amounts as numbers, also when the API writes them as text', () => {
    const record = { id: 'i1', total: '$1,432.50', amount_paid: '0', balance_due: 'to be agreed' };

    expect(toOutput(invoice, record)).toMatchObject({
      total: 1432.5,
      amount_paid: 0,
      balance_due: 'to be agreed',
    });
  });

  test('has numbers where texts belong as their digits', () => {
    const record = {
      id: 'i1',
      number: 1008,
      client_id: 7,
      customer_phone: 17045550123,
      total: 5,
      job_id: false,
    };

    expect(toOutput(invoice, record)).toMatchObject({
      ...{ number: '1008', client_id: '7', customer_phone: '17045550123', total: 5, job_id: false },
    });
  });

  test('says whose it is, also where the API has that within the client, or under another name', () => {
    const person = { id: 7, name: 'Ann Lee', email: 'ann@example.com' };
    const whose = {
      customer_name: 'Ann Lee',
      customer_email: 'ann@example.com',
      customer_phone: '7045550123',
    };

    expect(toOutput(job, { id: 'j1', client: person, phone_number: 7045550123 })).toMatchObject({
      ...whose,
      client_id: '7',
      customer_first_name: 'Ann',
    });
    expect(toOutput(client, { id: 'c1', first_name: 'Ann', last_name: 'Lee' })).toMatchObject({
      name: 'Ann Lee',
      customer_last_name: 'Lee',
      email: null,
    });
    // A job's own name is not its customer's.
    expect(toOutput(job, { id: 'j1', name: 'Spring wash' })).toMatchObject({ customer_name: null });
  });

  test.each([
    [
      [{ service_slug: 'house_wash' }, { service_slug: 'Gutter Guard', enabled: true }],
      'House Wash, Gutter Guard',
    ],
    [
      [{ service: 'roof_wash' }, { slug: 'deck_cleaning', name: 'x' }, 'house_wash'],
      'Roof Wash, Deck Cleaning, House Wash',
    ],
    // Not chosen, however the API writes it.
    [[false, 'false', 'no', 0].map((enabled) => ({ service_slug: 'roof_wash', enabled })), null],
    [[{ quantity: 1 }, { service_slug: null }, 5], '5'],
    ['house_wash, roof_wash', 'House Wash, Roof Wash'],
    [null, null],
  ])('names the services that are chosen in %j', (services, service_names) => {
    expect(toOutput(estimate, { id: 'e1', services })).toMatchObject({ service_names });
  });

  test.each([
    [['house-wash', 'Gutter Guard'], 'House Wash, Gutter Guard'],
    ['house-wash, roof-wash', 'House Wash, Roof Wash'],
    [[{ slug: 'house-wash' }], 'House Wash'],
    [[], null],
  ])('names the services of interest in %j', (service_interest, service_interest_names) => {
    expect(toOutput(lead, { id: 'l1', service_interest })).toMatchObject({ service_interest_names });
  });

  test('names the first service that is chosen', () => {
    const services = [{ service_slug: 'roof_wash', enabled: 'false' }, { service_slug: 'house_wash' }];

    expect(toOutput(estimate, { id: 'e1', services })).toMatchObject({ first_service: 'house_wash' });
  });

  test('has the own keys of the record alone, whatever they are called', () => {
    const record = parseJson('{"id":"l1","__proto__":{"notes":"x"},"constructor":"C"}');

    const output = toOutput(lead, { id: 'l1', ...(isObject(record) && record) });

    expect(output).toMatchObject({ notes: null, constructor: 'C' });
    expect(Object.getPrototypeOf(output)).toBe(Object.prototype);
  });

  test('passes on what the API sends beyond what is declared', () => {
    expect(toOutput(lead, { id: 'l1', tags: ['vip'], customer_name: 'Cher' })).toMatchObject({
      tags: ['vip'],
      customer_first_name: 'Cher',
      customer_last_name: null,
    });
  });
});

describe('what is derived of a record', () => {
  test('has no words for a day that no calendar has, nor for a time that is none', () => {
    const record = { id: 'j1', scheduled_date: '2026-02-30', scheduled_time_start: 'morning' };

    expect(toOutput(job, record)).toMatchObject({ scheduled_date_text: null, scheduled_time_text: null });
  });

  test('names the services of the lines that are chosen, and what is a text instead of a line', () => {
    const services = [{ service_slug: 'roof_wash', enabled: false }, { service_slug: 'house_wash' }, 'Extra'];

    expect(toOutput(estimate, { id: 'e1', services })).toMatchObject({
      services: [
        { service_name: 'Roof Wash' },
        { service_slug: 'house_wash', service_name: 'House Wash' },
        'Extra',
      ],
      service_names: 'House Wash, Extra',
      first_service: 'house_wash',
    });
    expect(toOutput(estimate, { id: 'e1', services: [] })).toMatchObject({
      service_names: null,
      first_service: null,
    });
  });
});

describe('the label of a record in a dropdown', () => {
  test('is made of what tells people apart, or is the id', () => {
    expect(labelFor(invoice, { id: 'i1', customer_name: 'Taylor Morgan', number: 'INV-1008' })).toBe(
      'Taylor Morgan · INV-1008',
    );
    expect(labelFor(job, { id: 'j1', customer_name: 'Taylor Morgan', number: 'JOB-1042' })).toBe(
      'Taylor Morgan · JOB-1042',
    );
    expect(labelFor(client, { id: 'c1', name: ' ' })).toBe('c1');
  });
});

test('a field without a label is a mistake that is seen at once', () => {
  expect(() => inputFields(zod.object({ shoe_size: zod.string() }))).toThrow(
    'The field shoe_size has no label: make it by a function of kinds.ts.',
  );
});
