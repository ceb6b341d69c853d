import { afterEach, beforeEach, jest } from '@jest/globals';

/** A clock that a test can move on, for the app and for everything else in the process. */
export interface MovedClock {
  /** Moves the clock on by some days; a fraction is fine. */
  pass: (days: number) => void;
}

/** Lets the tests of a file move `Date.now()`. Each test begins with the real time. Timers keep the real time. */
export function movedClock(): MovedClock {
  const real = Date.now;
  let movedMs = 0;
  let spy: { mockRestore: () => void } | undefined;
  beforeEach(() => {
    movedMs = 0;
    spy = jest.spyOn(Date, 'now').mockImplementation(() => real() + movedMs);
  });
  afterEach(() => {
    spy?.mockRestore();
  });
  return {
    pass: (days) => {
      movedMs += days * 86_400_000;
    },
  };
}
