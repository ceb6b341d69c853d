import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';

/** The times after a failed run at which Zapier replays a step, in ms. */
export const replayPausesMs = [5, 30, 60, 180, 360].map((minutes) => minutes * 60_000);

/** A clock that a test can move. */
export interface MovingClock {
  now: () => number;
  move: (byMs: number) => void;
  /** Moves it to a moment, such as 2027-03-13T13:00Z. */
  moveTo: (moment: string) => void;
}

/**
 * Lets the tests of a file move the clock of this process. Timers run as ever.
 * @returns the clock; a sandbox keeps the same time when it gets its `now`
 */
export function movingClock(): MovingClock {
  const real = Date.now.bind(Date);
  let byMs = 0;
  const now = (): number => real() + byMs;
  let spy: { mockRestore: () => void } | undefined;
  beforeAll(() => {
    spy = jest.spyOn(Date, 'now').mockImplementation(now);
  });
  afterEach(() => {
    // The API and the app keep what they remember of one test for hours: the next one begins days later.
    byMs += 100 * 60 * 60_000;
  });
  afterAll(() => spy?.mockRestore());
  return {
    now,
    move: (more) => void (byMs += more),
    moveTo: (moment) => void (byMs += Date.parse(moment) - now()),
  };
}
