import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from '../../src/forms/readers/date.ts';
import { readMoment } from '../../src/forms/readers/moment.ts';
import { readTime } from '../../src/forms/readers/time.ts';
import { momentsOf, wallClockAt } from '../../src/lib/time_zone.ts';

import { trySeeded } from '../support/seeded.ts';

/*
 * What holds for every day, time and moment, tried with those that a machine makes up.
 */

trySeeded();

const zone = 'America/New_York';
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const days = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clocks = fc.record({
  hours: fc.integer({ min: 0, max: 23 }),
  minutes: fc.integer({ min: 0, max: 59 }),
});
const two = (value: number | string): string => String(value).padStart(2, '0');

/** Every way to write a day that is taken. */
const spellings: ((year: string, month: string, day: string, weekday: string) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}/${Number(m)}/${Number(d)}`,
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${Number(m)}/${Number(d)}/${y.slice(2)}`,
  (y, m, d) => `${m} - ${d} - ${y}`,
  (y, m, d) => `'${m}/${d}/${y}`,
  (y, m, d) => `${y}${m}${d}`,
  (y, m, d, weekday) => `${weekday}, ${months[Number(m) - 1] ?? ''} ${Number(d)}, ${y}`,
  (y, m, d, weekday) => `${weekday.slice(0, 3)} ${months[Number(m) - 1]?.slice(0, 3) ?? ''} ${d} ${y}`,
  (y, m, d) => `${Number(d)}-${months[Number(m) - 1]?.slice(0, 3) ?? ''}-${y.slice(2)}`,
  (y, m, d) => `${Number(d)} ${months[Number(m) - 1] ?? ''} ${y}`,
  (y, m, d, weekday) => `${m}/${d}/${y} (${weekday})`,
  (y, m, d) => `${y}-${m}-${d}T00:00:00Z`,
];

describe('a day', () => {
  test('written in any of the ways that are taken comes back as that day', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...spellings), (date, spelling) => {
        const [year = '', month = '', day = ''] = date.split('-');
        const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
        expect(readDate(spelling(year, month, day, weekday), zone)).toEqual({ value: { date } });
      }),
    );
  });

  test('with the weekday of another day is refused', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 6 }), (date, off) => {
        const other = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + off) % 7] ?? '';
        expect(readDate(`${other}, ${date}`, zone)).toHaveProperty('complaint');
      }),
    );
  });

  test('between dots, which may be another one with the day first, is refused', () => {
    const parts = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(parts, ([a, b]) => {
        expect(readDate(`${two(a)}.${two(b)}.2026`, zone)).toHaveProperty('complaint');
      }),
    );
  });
});

describe('a time', () => {
  test('written with am or pm, or with 24 hours, comes back as that time', () => {
    fc.assert(
      fc.property(clocks, fc.boolean(), ({ hours, minutes }, half) => {
        // Midnight means no time.
        fc.pre(hours + minutes > 0);
        const twelve = `${hours % 12 === 0 ? 12 : hours % 12}:${two(minutes)} ${hours < 12 ? 'AM' : 'p.m.'}`;
        const written = half ? twelve : `${two(hours)}:${two(minutes)}`;
        expect(readTime(written, zone)).toEqual({ value: { time: `${two(hours)}:${two(minutes)}:00` } });
      }),
    );
  });

  test('that may be morning or afternoon is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        expect(readTime(`${hours}:${two(minutes)}`, zone)).toMatchObject({
          complaint: expect.stringContaining('morning or afternoon'),
        });
      }),
    );
  });
});

describe('a moment', () => {
  test('in UTC is the day and time that clocks in the zone show, and comes back from them', () => {
    const moments = fc.date({
      min: new Date('2000-01-02T00:00:00Z'),
      max: new Date('2099-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      zone,
      'America/Chicago',
      'Pacific/Honolulu',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(moments, zones, (moment, timeZone) => {
        const atSeconds = Math.floor(moment.getTime() / 1000) * 1000;
        expect(momentsOf(wallClockAt(atSeconds, timeZone), timeZone)).toContain(atSeconds);
      }),
    );
  });

  test.each([
    ['left out in spring', '2026-03-08', '02:30:00', 0],
    ['repeated in autumn', '2026-11-01', '01:30:00', 2],
    ['on any other day', '2026-07-01', '01:30:00', 1],
  ])('in the hour that is %s exists so many times', (_when, date, time, count) => {
    expect(momentsOf({ date, time }, zone)).toHaveLength(count);
  });

  test('read and written again reads the same', () => {
    fc.assert(
      fc.property(days, clocks, (date, { hours, minutes }) => {
        const first = readMoment(`${date} ${two(hours)}:${two(minutes)}`, zone);
        fc.pre(first !== undefined && 'value' in first);
        expect(readMoment(first.value, zone)).toEqual(first);
      }),
    );
  });
});

describe('where Zapier tells no time zone', () => {
  test('a moment in UTC is refused, and the sentence says what to set', () => {
    expect(readDate('2026-03-20T13:00:00Z', undefined)).toEqual({
      complaint: 'is in UTC, and Zapier tells no time zone: set one for the Zap or for your Zapier account',
    });
    expect(readTime('2026-03-20T13:00:00Z', undefined)).toHaveProperty('complaint');
  });

  test('a time of expiry without a zone is refused, a day ends when it ends in UTC', () => {
    expect(readMoment('04/19/2026 5pm', undefined)).toHaveProperty('complaint');
    expect(readMoment('04/19/2026', undefined)).toEqual({ value: '2026-04-19T23:59:59.999Z' });
  });
});

test('a day ends at the later of its last seconds, in the night in which the clocks go back to it', () => {
  expect(readMoment('2026-10-24', 'Asia/Beirut')).toEqual({ value: '2026-10-24T21:59:59.999Z' });
});
