import { afterEach, expect, test } from '@jest/globals';
import { startMovedClock } from '../../../proof/campaign/moved_clock.ts';

const real = Date;
let clock: ReturnType<typeof startMovedClock> | undefined;
afterEach(() => {
  clock?.putBack();
});

test('a clock that was moved is what Date tells, and stays right about given times', () => {
  clock = startMovedClock();
  const later = real.now() + 6 * 3_600_000;
  clock.moveTo(later);

  expect(Date.now()).toBeGreaterThanOrEqual(later);
  expect(Date.now()).toBeLessThan(later + 10_000);
  expect(new Date().getTime()).toBeGreaterThanOrEqual(later);
  expect(new Date(7).toISOString()).toBe('1970-01-01T00:00:00.007Z');
  expect([new Date() instanceof Date, Date.parse('1970-01-01T00:00:01Z')]).toEqual([true, 1000]);
});

test('a clock is never moved back, runs on, and leaves timers alone', async () => {
  clock = startMovedClock();
  const later = real.now() + 60_000;
  clock.moveTo(later);
  clock.moveTo(later - 30_000);
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(clock.now()).toBeGreaterThan(later + 15);
  expect(clock.now()).toBeLessThan(later + 10_000);
});

test('a clock that was put back leaves nothing behind', () => {
  clock = startMovedClock();
  clock.moveTo(real.now() + 60_000);
  clock.putBack();

  expect(Date).toBe(real);
});
