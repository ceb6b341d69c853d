import { describe, expect, test } from '@jest/globals';
import { readEmail } from '../../src/forms/readers/email.ts';
import { readPhone } from '../../src/forms/readers/phone.ts';
import { readQuantity } from '../../src/forms/readers/quantity.ts';
import { readRecordId } from '../../src/forms/readers/record_id.ts';

/*
 * What the cases of a field cannot show: what a reader gives beside the field's value, and rules of other fields.
 */

describe('the extension behind a phone number', () => {
  test.each([
    ['704-555-0123x12', '12'],
    ['(704) 555-0123, ext. 12', '12'],
    ['704-555-0123 (extension: 12)', '12'],
    ['tel:704-555-0123;ext=12', '12'],
    ['704-555-0123#123456 main office', '123456'],
    ['Office: 704 555 0123 x 5', '5'],
    ['+49 30 901820 x12', '12'],
    ['1-800-GOT-JUNK', undefined],
    ['704-555-0123 x1234567', undefined],
    ['704-555-0123 / 704-555-0199 x12', undefined],
    ['704-555-0123 box 12', undefined],
    ['704-555-0123', undefined],
  ])('of "%s" is %s', async (text, extension) => {
    const reading = await readPhone(text);

    expect(reading).toEqual({
      value: {
        number: expect.stringMatching(/^\+(?:1704555|49309018|1800468)/),
        ...(extension !== undefined && { extension }),
      },
    });
  });
});

describe('a number', () => {
  const words = 'zero one two three four five six seven eight nine ten'.split(' ');
  test.each(words.map((word, value) => [word, value] as const))('"%s" is %d', (word, value) => {
    expect(readQuantity(word, { least: 0 })).toEqual({ value });
  });

  test.each([
    ['2', 2],
    ['2.0', 2],
    ['2 Stories', 2],
    ['two-story', 2],
    ['two stories', 2],
    ['1', 1],
    ['two k', 2000],
  ])('of stories "%s" is %d', (text, value) => {
    expect(readQuantity(text, { least: 1, whole: true, units: ['story', 'stories'] })).toEqual({ value });
  });

  test.each(['1.5', '0', '2 floors', 'eleven', 'twostory', 'xtwo', '-2', 'two2', 'k'])(
    'of stories "%s" is refused, saying that it has to be whole',
    (text) => {
      expect(readQuantity(text, { least: 1, whole: true, units: ['story', 'stories'] })).toEqual({
        complaint: 'has to be a whole number of at least 1',
      });
    },
  );

  test.each([
    ['US$ 2,400.50', 2400.5],
    ['2400 dollars', 2400],
    ['1 dollar', 1],
    ['24USD', 24],
    ['12,345,678.9', 12345678.9],
    ['1,234', 1234],
    ['1,234.25', 1234.25],
    ['0.125', 0.125],
    ['1234.125', 1234.125],
    ['9007199254740991', 9007199254740991],
  ])('of money "%s" is %d', (text, value) => {
    expect(readQuantity(text, { least: 0 })).toEqual({ value });
  });

  test.each(['1.234', '12.345.678', '1,5', '12,34', '1.000', '123,4'])('"%s" has two meanings', (text) => {
    expect(readQuantity(text, { least: 0 })).toMatchObject({
      complaint: expect.stringContaining('two meanings'),
    });
  });

  test.each([
    '1,23,456',
    '1234,567',
    '1.2.3',
    '1,234,',
    '5 usd or so',
    'x$5',
    '5 x',
    '1,234.',
    '9007199254740993',
  ])('"%s" is none', (text) => {
    expect(readQuantity(text, { least: 0 })).toEqual({ complaint: 'has to be a number of at least 0' });
  });

  test.each([['30 ft²'], ['30 ft^2'], ['30 ft2'], ['30 sq. ft.'], ['30-sqft']])(
    '"%s" has its unit',
    (text) => {
      expect(readQuantity(text, { least: 30, units: ['ft2', 'sqft'] })).toEqual({ value: 30 });
    },
  );
});

describe('an email address', () => {
  test.each([`${'a'.repeat(242)}@example.com`, 't@x.c3', 't@4.co'])('"%s" is one', (text) => {
    expect(readEmail(text)).toEqual({ value: text });
  });

  test.each([`${'a'.repeat(243)}@example.com`, 'a..b@x.co', 't@127.0.0.12', 'see mail: Taylor'])(
    '"%s" is none',
    (text) => {
      expect(readEmail(text)).toHaveProperty('complaint');
    },
  );
});

test('ten digits behind a + are a US number without its 1, or one of another country', async () => {
  expect(await readPhone('+9195550123')).toEqual({
    complaint: 'has two meanings: write it with its country code, like +1 704 555 0123',
  });
});

describe('the ID of a record', () => {
  test.each([
    ['http://app.cleanestimate.pro/admin/jobs/usr_1042', 'usr_1042'],
    ['https://app.cleanestimate.pro/admin/jobs/a1/edit', 'a1'],
    ['https://app.cleanestimate.pro/admin/jobs/a1#notes', 'a1'],
    ['abcdefghijklmnopqrst', 'abcdefghijklmnopqrst'],
    ['704-555-01234', '704-555-01234'],
    ['1704-555-0123', '1704-555-0123'],
    ['1'.repeat(200), '1'.repeat(200)],
  ])('in "%s" is "%s"', (text, id) => {
    expect(readRecordId(text)).toEqual({ value: id });
  });

  test.each([
    'https://app.cleanestimate.pro/admin/jobs/a1 (new)',
    'see https://app.cleanestimate.pro/admin/jobs/a1',
    'abcdefghijklmnopqrs',
    'a1 b2',
    '1'.repeat(201),
  ])('"%s" is none', (text) => {
    expect(readRecordId(text)).toHaveProperty('complaint');
  });
});
