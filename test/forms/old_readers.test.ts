import { describe, expect, test } from '@jest/globals';
import { addressLine } from '../../src/records/address_line.ts';
import { readDate } from '../../src/forms/readers/date.ts';
import { readEmail } from '../../src/forms/readers/email.ts';
import { readMoment } from '../../src/forms/readers/moment.ts';
import { comparableName, splitName } from '../../src/records/person_name.ts';
import { phoneDigits, readPhone } from '../../src/forms/readers/phone.ts';
import { readState } from '../../src/forms/readers/state.ts';
import { readTime } from '../../src/forms/readers/time.ts';
import { readYesNo } from '../../src/forms/readers/yes_no.ts';
import { readZip } from '../../src/forms/readers/zip.ts';

describe('a phone number', () => {
  test.each([
    ['(704) 555-0123', '+17045550123'],
    ['704.555.0123', '+17045550123'],
    ['1-704-555-0123', '+17045550123'],
    ['+1 704 555 0123', '+17045550123'],
    ['704-555-0123 ext. 5', '+17045550123'],
    ['+49 30 901820', '+4930901820'],
    ['704-555-0123 / 704-555-9999', '+17045550123'],
    ['704-555-0123 or 704-555-9999', '+17045550123'],
  ])('typed as "%s" is sent as %s', async (typed, sent) => {
    expect(await readPhone(typed)).toBe(sent);
  });

  test.each(['call me', '123', '', '555-0123-0123-0123', '(704) 555'])(
    'is not what "%s" is',
    async (typed) => {
      expect(await readPhone(typed)).toBeUndefined();
    },
  );

  test('is compared by its digits, with or without the country code', () => {
    expect(phoneDigits('+1 (704) 555-0123')).toBe(phoneDigits('704.555.0123'));
    expect(phoneDigits('(704) 555-0123 ext. 5')).toBe(phoneDigits('+17045550123'));
    expect(phoneDigits('none')).toBe('');
  });
});

describe('an email address', () => {
  test.each([
    [' taylor@example.com ', 'taylor@example.com'],
    ['Taylor Morgan <taylor@example.com>', 'taylor@example.com'],
    ['taylor', undefined],
    ['taylor@example', undefined],
    ['taylor@example..com', undefined],
  ])('typed as "%s" is read as %s', (typed, read) => {
    expect(readEmail(typed)).toBe(read);
  });
});

describe('a state', () => {
  test.each([
    ['North Carolina', 'NC'],
    ['north  carolina', 'NC'],
    ['nc', 'NC'],
    ['N.C.', 'NC'],
    ['Washington', 'WA'],
    ['D.C.', 'DC'],
    ['ON', 'ON'],
    ['North Carolina, USA', 'NC'],
    ['NC - North Carolina', 'NC'],
    ['Washington, DC', 'DC'],
  ])('typed as "%s" is sent as %s', (typed, sent) => {
    expect(readState(typed)).toBe(sent);
  });

  test.each(['Carolina', 'Nort Carolina', 'xx', 'n/a', '5', ''])('is not what "%s" is', (typed) => {
    expect(readState(typed)).toBeUndefined();
  });
});

describe('a time', () => {
  test.each([
    ['9am', '09:00:00'],
    ['9 AM', '09:00:00'],
    ['9:00 a.m.', '09:00:00'],
    ['09:00', '09:00:00'],
    ['9.30pm', '21:30:00'],
    ['14:30:15', '14:30:15'],
    ['at 2pm', '14:00:00'],
    ['12am', '00:00:00'],
    ['12:15 pm', '12:15:00'],
    ['noon', '12:00:00'],
    ['09:00:00-04:00', '09:00:00'],
    ['09:00:00.000Z', '09:00:00'],
    ['9:00 AM EST', '09:00:00'],
    ['T09:00', '09:00:00'],
    ['midnight', '00:00:00'],
    ['09:00:00 GMT-0400 (Eastern Daylight Time)', '09:00:00'],
  ])('typed as "%s" is sent as %s', (typed, sent) => {
    expect(readTime(typed)).toBe(sent);
  });

  test.each(['25:00', '9', '13pm', '0am', '9:75', '9:10:75', '09:00-11:00', '9 - 11am', 'morning', ''])(
    'is not what "%s" is',
    (typed) => {
      expect(readTime(typed)).toBeUndefined();
    },
  );
});

describe('a date', () => {
  test.each([
    ['03/20/2026', { date: '2026-03-20' }],
    ['3/5/26', { date: '2026-03-05' }],
    ['2026-03-20', { date: '2026-03-20' }],
    ['2026/3/20', { date: '2026-03-20' }],
    ['March 20, 2026', { date: '2026-03-20' }],
    ['Fri, Mar 20th 2026', { date: '2026-03-20' }],
    ['20 March 2026', { date: '2026-03-20' }],
    ['20-Mar-2026', { date: '2026-03-20' }],
    ['20th of March 2026', { date: '2026-03-20' }],
    ['Friday, March 20, 2026 at 9:00 AM EDT', { date: '2026-03-20', time: '09:00:00' }],
    ['Fri, 20 Mar 2026 13:00:00 GMT', { date: '2026-03-20', time: '13:00:00' }],
    ['Fri Mar 20 2026 09:00:00 GMT-0400 (EDT)', { date: '2026-03-20', time: '09:00:00' }],
    ['2026-03-20T09:00-04:00', { date: '2026-03-20', time: '09:00:00' }],
    ['03/20/2026 9am', { date: '2026-03-20', time: '09:00:00' }],
    ['March 20, 2026 at 2:30 PM', { date: '2026-03-20', time: '14:30:00' }],
    ['2026-03-20T23:30:00-04:00', { date: '2026-03-20', time: '23:30:00' }],
    ['2026-03-20T01:30:00+09:00', { date: '2026-03-20', time: '01:30:00' }],
    ['2026-03-20T00:00:00Z', { date: '2026-03-20' }],
    ['02/29/2028', { date: '2028-02-29' }],
  ])('typed as "%s" is read as %o', (typed, read) => {
    expect(readDate(typed)).toEqual(read);
  });

  test.each([
    'soon',
    '20/03/2026',
    '02/30/2026',
    '02/29/2026',
    'Foo 20, 2026',
    'March 20',
    '2026-03-20 soon',
    '',
  ])('is not what "%s" is', (typed) => {
    expect(readDate(typed)).toBeUndefined();
  });
});

describe('a moment', () => {
  test('with a zone that does not exist is no moment', () => {
    expect(readMoment('2026-04-19T10:00:00+99:00')).toBeUndefined();
  });

  test('beyond the year 9999 is none that the API could read', () => {
    expect(readMoment('9999-12-31T23:59:59-12:00')).toBeUndefined();
  });
});

describe('yes or no', () => {
  test.each([
    ['Yes', true],
    ['1', true],
    ['FALSE', false],
    ['maybe', undefined],
  ])('typed as "%s" is %s', (typed, read) => {
    expect(readYesNo(typed)).toBe(read);
  });
});

describe('a name', () => {
  test('is split at its last space', () => {
    expect(splitName('Mary Jo  Smith')).toEqual({ first: 'Mary Jo', last: 'Smith' });
    expect(splitName('Cher')).toEqual({ first: 'Cher', last: null });
    expect(splitName('  ')).toEqual({ first: null, last: null });
  });

  test('is the same in any case and spacing', () => {
    expect(comparableName(' taylor   MORGAN ')).toBe(comparableName('Taylor Morgan'));
  });
});

describe('an address', () => {
  test('is one line, without what is missing', () => {
    const parts = { street: '123 Main St', city: 'Charlotte', state: 'NC', zip: '28202' };
    expect(addressLine(parts)).toBe('123 Main St, Charlotte, NC 28202');
    expect(addressLine({ ...parts, street: null, zip: '' })).toBe('Charlotte, NC');
    expect(addressLine({ street: null, city: undefined, state: '', zip: 5 })).toBeNull();
  });

  test('gets the zero back that a spreadsheet took from its ZIP', () => {
    expect(readZip(' 2138 ')).toBe('02138');
    expect(readZip('28202-1234')).toBe('28202-1234');
  });
});
