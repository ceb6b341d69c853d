import { expect, test } from '@jest/globals';
import { timeIn } from '../../src/records/time_in.ts';

test.each([
  ['09:00:00', '09:00:00'],
  ['9:00', '09:00:00'],
  [' 14:30 ', '14:30:00'],
  ['02:30 PM', '14:30:00'],
  ['2:30pm', '14:30:00'],
  ['12:00 a.m.', '00:00:00'],
  ['12:15:30 PM', '12:15:30'],
  ['09:00:00.000', '09:00:00'],
  ['09:00:00+00', '09:00:00'],
  ['2026-03-20T09:00:00', '09:00:00'],
  ['2026-03-20 02:30 PM', '14:30:00'],
  // What the clocks at the house show then, nobody says.
  ['2026-03-20T13:00:00Z', undefined],
  ['24:00', undefined],
  ['09:60', undefined],
  ['14:30 PM', undefined],
  ['0:30 AM', undefined],
  ['morning', undefined],
  [900, undefined],
  [null, undefined],
])('the time of day in %j is %s', (value, time) => {
  expect(timeIn(value)).toBe(time);
});
