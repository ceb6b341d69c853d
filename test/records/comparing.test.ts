import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareValues } from '../../src/records/comparing.ts';
import { couldBeOurs } from '../../src/records/could_be_ours.ts';
import { job } from '../../src/records/job.ts';
import { certainMomentIn, momentIn } from '../../src/records/moment_in.ts';
import { trySeeded } from '../support/seeded.ts';

trySeeded();
const services = [{ value: 'house_wash', label: 'House Wash' }];

describe('two values are the same', () => {
  test.each([
    ['2026-03-20', '2026-03-20T00:00:00.000Z'],
    ['2026-03-20', '03/20/2026'],
    ['2026-03-20', '3/20/2026'],
    ['09:00:00', '09:00'],
    ['09:00:00', '9:00 AM'],
    ['21:30:00', '9:30 pm'],
    ['+17045550123', '(704) 555-0123'],
    ['+17045550123', 7045550123],
    ['Ann@Example.com', 'ann@example.com'],
    ['28202', 28202],
    ['Morgan, Taylor', 'Taylor Morgan'],
    ['Ann & Bob', 'Ann &amp; Bob'],
    ['café', 'cafe\u0301'],
    [
      ['a-b', 'c'],
      ['C', 'A_B'],
    ],
    [true, true],
    [true, 'Yes'],
    [false, 0],
    [1250, '$1,250.00'],
    ['02820', 2820],
    ['taylor@example.com', 'Taylor <taylor@example.com>'],
  ])('%j and %j', (ours, theirs) => {
    expect(compareValues(ours, theirs)).toBe('same');
  });

  test('when a choice is written by its label', () => {
    expect(compareValues('house_wash', 'House Wash', services)).toBe('same');
  });
});

describe('a choice', () => {
  test('is another one when it is spelled as a value', () => {
    expect(compareValues('house_wash', 'roof_wash', services)).toBe('different');
  });

  test('may be ours when the API has a name of its own for it', () => {
    expect(compareValues('house_wash', 'Housewashing (2 stories)', services)).toBe('unclear');
  });
});

describe('two values differ', () => {
  test.each([
    ['2026-03-20', '2026-03-22T00:00:00.000Z'],
    ['2026-03-20', '2026-03-21'],
    ['2026-03-20', '03/21/2026'],
    ['09:00:00', '10:00'],
    ['09:00:00', '9:00 PM'],
    ['+17045550123', '+17045550124'],
    ['ann@example.com', 'bob@example.com'],
    ['123 Main St Apt 4', '123 Main St Apt 5'],
    ['Front windows', 'Back windows'],
    ['NC', 'SC'],
    [[{ service_slug: 'house_wash' }], [{ service_slug: 'roof_wash' }]],
    [432.5, 80],
    [true, 'no'],
    ['02820', 2821],
    [`Front windows ${'x'.repeat(60)}`, `Back windows ${'y'.repeat(60)}`],
  ])('%j and %j', (ours, theirs) => {
    expect(compareValues(ours, theirs)).toBe('different');
  });
});

describe('nobody can tell', () => {
  test.each([
    ['2026-03-20', null],
    ['2026-03-20', ''],
    ['2026-03-20', 'next Friday'],
    ['2026-03-20', '2026-03-19T23:00:00-05:00'],
    ['09:00:00', 'morning'],
    ['09:00:00', '2026-03-20T13:00:00Z'],
    ['123 Main St', '123 Main Street'],
    ['NC', 'North Carolina'],
    ['28202', '28202-1234'],
    ['x'.repeat(80), 'x'.repeat(60)],
    [[{ service_slug: 'house_wash' }], [{ service_slug: 'house_wash', price: 80 }]],
    ['123 Main St', '123 Main St, Charlotte, NC 28202'],
    ['Taylor Morgan', 'Taylor M.'],
    ['+17045550123', '(***) ***-0123'],
    ['taylor@example.com', 't•••@example.com'],
    ['taylor@example.com', 'on file'],
    ['+17045550123', 'on file'],
    ['x'.repeat(60), 'x'.repeat(80)],
    [432.5, 43_250],
    [432.5, 'about 400'],
    [true, 'perhaps'],
    ['a', { a: 1 }],
    ['…', '!'],
  ])('%j and %j', (ours, theirs) => {
    expect(compareValues(ours, theirs)).toBe('unclear');
  });
});

test('no value makes comparing throw, and each is never another than itself', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (ours, theirs) => {
      expect(['same', 'different', 'unclear']).toContain(compareValues(ours, theirs));
      expect(compareValues(ours, ours)).not.toBe('different');
    }),
  );
});

describe('a record can be the one that was sent', () => {
  const body = {
    customer_name: 'Taylor Morgan',
    scheduled_date: '2026-03-20',
    client_id: 'c1',
    notes: 'Call first',
  };

  test.each([
    ['when it says the same', { customer_name: 'TAYLOR MORGAN', scheduled_date: '2026-03-20' }],
    ['when its client has its own object', { client: { name: 'Taylor Morgan' } }],
    ['when only the client is shown', { client_id: 'c1', scheduled_date: '2026-03-20' }],
    ['when another client stands there', { customer_name: 'Taylor Morgan', client_id: 'c2' }],
  ])('%s', (_when, shown) => {
    expect(couldBeOurs(job, body, { id: 'j1', ...shown })).toBe('yes');
  });

  test.each([
    ['when it is on another day', { customer_name: 'Taylor Morgan', scheduled_date: '2026-03-21' }],
    ['when it is for somebody else', { customer_name: 'Ann Lee', scheduled_date: '2026-03-20' }],
  ])('but not %s', (_when, shown) => {
    expect(couldBeOurs(job, body, { id: 'j1', ...shown })).toBe('no');
  });
});

test('a value that records of its kind are not known to have is compared as it is', () => {
  const sent = { customer_name: 'Taylor Morgan', gate_code: 'Front' };

  expect(couldBeOurs(job, sent, { id: 'j1', customer_name: 'Taylor Morgan', gate_code: 'front' })).toBe(
    'yes',
  );
  expect(couldBeOurs(job, sent, { id: 'j1', customer_name: 'Taylor Morgan', gate_code: 'Back' })).toBe('no');
});

describe('a record does not tell whether it is the one that was sent', () => {
  const body = {
    customer_name: 'Taylor Morgan',
    customer_email: 'taylor@example.com',
    customer_phone: '+17045550123',
  };

  test.each([
    ['when nobody is named', { scheduled_date: '2026-03-20' }],
    ['when it hides who it is', { customer_name: 'T***** M*****', customer_phone: '(***) ***-0123' }],
    ['when its email is no address', { customer_email: 'hidden' }],
    ['when its emails lie deeper than one list', { customer_email: [['ann@example.com']] }],
  ])('%s', (_when, shown) => {
    expect(couldBeOurs(job, body, { id: 'j1', ...shown })).toBe('perhaps');
  });
});

describe('a record of somebody is told by', () => {
  const body = { customer_name: 'Taylor Morgan', customer_email: 'taylor@example.com', status: 'new' };

  test.each([
    ['parts of the name', { first_name: 'Taylor', last_name: 'Morgan' }],
    ['a status that moved on', { customer_name: 'Taylor Morgan', status: 'contacted' }],
    ['one of several emails', { client: { email: ['office@example.com', 'Taylor@example.com'] } }],
    ['a shortened name and the email', { customer_name: 'Taylor M.', customer_email: 'taylor@example.com' }],
  ])('%s', (_by, shown) => {
    expect(couldBeOurs(job, body, { id: 'j1', ...shown })).toBe('yes');
  });
});

describe('a moment is read', () => {
  const ms = Date.UTC(2026, 2, 20, 14, 5);

  test.each([
    ['2026-03-20T14:05:00.000Z', ms],
    ['2026-03-20T14:05Z', ms],
    ['2026-03-20 14:05:00 UTC', ms],
    ['2026-03-20T10:05:00-04:00', ms],
    [ms, ms],
    [ms / 1000, ms],
    [String(ms / 1000), ms],
    ['2026-03-20 14:05', ms],
    ['yesterday', undefined],
    [null, undefined],
    ['2026-13-40T00:00:00Z', undefined],
  ])('%j', (written, read) => {
    expect(momentIn(written)).toBe(read);
  });

  test('for certain only with its time and zone', () => {
    expect(certainMomentIn('2026-03-20T14:05Z')).toBe(ms);
    expect(certainMomentIn('2026-03-20 14:05')).toBeUndefined();
    expect(certainMomentIn('2026-03-20')).toBeUndefined();
  });
});
