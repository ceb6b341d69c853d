import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanLines, cleanText, isPlaceholder } from '../../src/forms/cleaning.ts';
import { readDate } from '../../src/forms/readers/date.ts';
import { readEmail } from '../../src/forms/readers/email.ts';
import { readMoment } from '../../src/forms/readers/moment.ts';
import { readPhone } from '../../src/forms/readers/phone.ts';
import { readQuantity } from '../../src/forms/readers/quantity.ts';
import type { Reading } from '../../src/forms/readers/reading.ts';
import { readRecordId } from '../../src/forms/readers/record_id.ts';
import { readState } from '../../src/forms/readers/state.ts';
import { readTime } from '../../src/forms/readers/time.ts';
import { readYesNo } from '../../src/forms/readers/yes_no.ts';
import { readZip } from '../../src/forms/readers/zip.ts';
import { isObject } from '../../src/lib/guards.ts';
import { text } from '../fuzz/values.ts';

import { trySeeded } from '../support/seeded.ts';

/*
 * What holds for every value that a reader meets, tried with values that a machine makes up.
 */

trySeeded();

const zone = 'America/New_York';

describe('two states in one text', () => {
  const some = ['NC', 'SC', 'NY', 'TX', 'North Carolina', 'Texas', 'W. Virginia', 'Ohio'];
  test('are never read as one of them', () => {
    const pair = fc.tuple(
      fc.constantFrom(...some),
      fc.constantFrom('/', ' or ', ' & ', '; ', ' and '),
      fc.constantFrom(...some),
    );
    fc.assert(
      fc.property(pair, ([one, between, other]) => {
        const [first, second] = [readState(one), readState(other)];
        fc.pre(JSON.stringify(first) !== JSON.stringify(second));
        expect(readState(`${one}${between}${other}`)).toHaveProperty('complaint');
      }),
    );
  });
});

type AnyReader = (typed: string) => Reading<unknown> | Promise<Reading<unknown>>;
const readers: [name: string, reader: AnyReader][] = [
  ['dates', (typed) => readDate(typed, zone)],
  ['times', (typed) => readTime(typed, zone)],
  ['moments', (typed) => readMoment(typed, zone)],
  ['phones', readPhone],
  ['emails', readEmail],
  ['states', readState],
  ['ZIP codes', (typed) => readZip(typed, { state: 'MA', isHidden: false })],
  ['numbers', (typed) => readQuantity(typed, { least: 0 })],
  ['yes and no', readYesNo],
  ['records', readRecordId],
];

describe.each(readers)('the reader of %s', (_name, reader) => {
  const cleaned = text.map((typed) => cleanLines(cleanText(typed), (same) => same));

  test('says what it takes or what is wrong, whatever it meets', async () => {
    await fc.assert(
      fc.asyncProperty(cleaned, async (typed) => {
        const reading = await reader(typed);
        if (reading !== undefined && 'complaint' in reading)
          expect(reading.complaint).toMatch(/^[a-z].*[^.]$/);
      }),
    );
  });

  test.each(['9', '9:', '1/', '(7', 'a@', 'NC ', '2,', '-', '’ ', 'am '])(
    'is done at once with 100,000 characters of "%s"',
    async (part) => {
      const reading = await reader(part.repeat(100_000 / part.length));
      // Not the reading itself, which would be printed whole.
      expect(reading !== undefined && 'value' in reading).toBe(false);
    },
  );
});

describe('cleaning', () => {
  test('done twice changes nothing more, and leaves nothing that nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = cleanText(typed);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[\u200B\u200E\u202A-\u202E\u2060\uFEFF]/);
      }),
    );
  });

  test('is done with 100,000 characters of anything', () => {
    for (const part of ['- ', 'n/a ', '\u200D', '&amp;', ' \n', '?']) {
      const long = part.repeat(50_000);
      expect(isPlaceholder(cleanLines(cleanText(long), (same) => same))).toBe(
        part === ' \n' || part === '\u200D',
      );
    }
  });
});

const spellings: [kind: string, typed: string, reader: AnyReader][] = [
  ['phone', '(704) 555-0123', readPhone],
  ['email', 'Taylor <t@x.co>', readEmail],
  ['state', 'N. Carolina', readState],
  ['ZIP code', '2138', (typed) => readZip(typed, { state: 'MA', isHidden: false })],
  ['number', '2,400', (typed) => readQuantity(typed, { least: 0 })],
  ['number in words', 'two', (typed) => readQuantity(typed, { least: 0 })],
];

test.each(spellings)('a %s read and written again reads the same', async (_kind, typed, reader) => {
  const first = await reader(typed);
  const value = first !== undefined && 'value' in first ? first.value : undefined;
  const written = isObject(value) ? value.number : value;
  expect(await reader(String(written))).toEqual(first);
});
