/** The time that `Date` tells in this process, to the app and to a sandbox in it. Timers keep to the real time. */
export interface MovedClock {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Moves the clock ahead to a time, in milliseconds since 1970. Never moves it back. */
  moveTo: (time: number) => void;
  /** Makes `Date` tell the real time again. */
  putBack: () => void;
}

/** Puts a clock in the place of `Date`. It shows the real time until it is moved; the caller puts it back. */
export function startMovedClock(): MovedClock {
  const real = globalThis.Date;
  let aheadMs = 0;
  const now = (): number => real.now() + aheadMs;
  const moved = new Proxy(real, {
    construct: (target, given: unknown[], newTarget): object => {
      const date: unknown = Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget);
      if (!(date instanceof real)) throw new TypeError('A date is not a date.');
      return date;
    },
    get: (target, key): unknown => (key === 'now' ? now : Reflect.get(target, key)),
  });
  Reflect.set(globalThis, 'Date', moved);
  return {
    now,
    moveTo: (time) => {
      aheadMs += Math.max(0, time - now());
    },
    putBack: () => void Reflect.set(globalThis, 'Date', real),
  };
}
