import { expect, test } from '@jest/globals';
import { dayIn } from '../../src/records/day_in.ts';

const march = '2026-03-09';

test.each([
  ['2026-03-09', march],
  [' 2026-03-09 ', march],
  ['2026-03-09T23:00:00-05:00', march],
  ['2026-03-09 09:00 AM', march],
  ['2026-3-9', march],
  ['2026/03/09', march],
  ['20260309', march],
  // Not so many seconds after 1970.
  [20_260_309, march],
  ['3/9/2026', march],
  ['03/09/2026 12:00 AM', march],
  ['March 9, 2026', march],
  ['Mon Mar 09 2026', march],
  ['Monday, March 9, 2026 at 9:00 AM', march],
  ['9 Mar 2026', march],
  [1_773_014_400, march],
  ['1773014400000', march],
  // Whose month comes first, nobody says.
  ['03-09-2026', undefined],
  ['2026-02-30', undefined],
  ['13/40/2026', undefined],
  ['Smarch 9, 2026', undefined],
  ['2026-03-09 or the day after', undefined],
  ['0001-01-01', undefined],
  ['1899-12-30', undefined],
  [0, undefined],
  ['soon', undefined],
  [null, undefined],
  [{ date: march }, undefined],
])('the day in %j is %s', (value, day) => {
  expect(dayIn(value)).toBe(day);
});
