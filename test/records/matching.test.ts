import { describe, expect, test } from '@jest/globals';
import { client } from '../../src/records/client.ts';
import { customerCriteria, type Customer } from '../../src/records/matching.ts';

const taylor = { name: 'Taylor Morgan', email: 'taylor@example.com', phone: '+17045550123', extension: '' };

/** What somebody with these details is recognized by among the clients; undefined when by nothing. */
function recognizedBy(
  details: Record<string, unknown>,
  customer: Partial<Customer> = {},
): string | undefined {
  const criteria = customerCriteria(client, { ...taylor, ...customer });
  return criteria.find(({ fits }) => fits({ id: 'c1', ...details }))?.on;
}

describe('a customer is recognized', () => {
  test.each([
    ['by the email in any case', { email: 'Taylor@Example.COM' }, {}, 'email'],
    ['by an email with blanks around it', { email: ' taylor@example.com ' }, {}, 'email'],
    ['by a number of another country', { phone: '+49 30 901820' }, { phone: '+4930901820' }, 'phone'],
    [
      'by a number without an extension, when the form has one',
      { phone: '704-555-0123' },
      { extension: '12' },
      'phone',
    ],
    [
      'by the phone under another name, when the form has no email',
      { phone: taylor.phone, name: 'Ann Lee', email: 'ann@example.com' },
      { email: undefined },
      'phone',
    ],
    [
      'by the phone under another name, when the email of the form is invented',
      { phone: taylor.phone, name: 'Ann Lee', email: 'ann@example.com' },
      { email: 'none@none.com' },
      'phone',
    ],
    [
      'by the phone under another name, when the email of the client is invented',
      { phone: taylor.phone, name: 'Ann Lee', email: 'none@none.com' },
      {},
      'phone',
    ],
    [
      'by the phone of somebody whose name the form does not tell',
      { phone: taylor.phone, name: 'Ann Lee', email: 'ann@example.com' },
      { name: '' },
      'phone',
    ],
    ['by the phone in any spelling', { phone: '(704) 555-0123' }, {}, 'phone'],
    ['by the second number of a client', { phone: '704-555-9999 / 704-555-0123' }, {}, 'phone'],
    [
      'by a number with an extension, when the form has none',
      { phone: '704-555-0123 extension 12' },
      {},
      'phone',
    ],
    ['by the same extension', { phone: '704-555-0123 x12' }, { extension: '12' }, 'phone'],
    [
      'by the phone when only the email is another',
      { phone: taylor.phone, name: 'taylor  MORGAN', email: 'old@example.com' },
      {},
      'phone',
    ],
    ['by the phone when only the name is another', { phone: taylor.phone, name: 'Ann Lee' }, {}, 'phone'],
    [
      'by the phone under another name, when what stands for the email is no address',
      { phone: taylor.phone, name: 'Ann Lee', email: 'on file' },
      {},
      'phone',
    ],
  ] as const)('%s', (_how, details, customer, on) => {
    expect(recognizedBy(details, customer)).toBe(on);
  });
});

describe('a customer is somebody else', () => {
  test.each([
    [
      'when email and name both say so, whatever the phone',
      { phone: taylor.phone, name: 'Ann Lee', email: 'ann@example.com' },
      {},
    ],
    ['at another extension', { phone: '704-555-0123 x13' }, { extension: '12' }],
    [
      'who has the same invented email',
      { email: 'none@none.com' },
      { email: 'none@none.com', phone: undefined },
    ],
    [
      'who has the same address without a mailbox',
      { email: 'noreply@bookings.example' },
      { email: 'noreply@bookings.example', phone: undefined },
    ],
    ...[
      'notprovided@gmail.com',
      'test1@test.com',
      '123@123.com',
      'customer@customer.com',
      'asdf@asdf.com',
      'customer@email.com',
      'abc@123.com',
    ].map((email) => ['who has the same invented email', { email }, { email, phone: undefined }] as const),
    ['who has nothing to recognize by', {}, {}],
  ] as const)('%s', (_when, details, customer) => {
    expect(recognizedBy(details, customer)).toBeUndefined();
  });
});
