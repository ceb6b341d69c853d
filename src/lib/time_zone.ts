/** A moment as a clock on the wall shows it: YYYY-MM-DD and HH:MM:SS. */
export interface WallClock {
  date: string;
  time: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** True for a name that the IANA time zone database knows, such as America/New_York. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * What the clocks of a time zone show at a moment.
 * @param momentMs milliseconds since 1970 UTC
 * @param timeZone an IANA name
 * @throws RangeError for a name that is no time zone
 */
export function wallClockAt(momentMs: number, timeZone: string): WallClock {
  const parts = formatterOf(timeZone).formatToParts(momentMs);
  const part = (type: string): string => String(parts.find((one) => one.type === type)?.value);
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

/**
 * The moments at which the clocks of a time zone show this: two in the hour that daylight saving repeats, none in the
 * hour that it leaves out, else one.
 * @param timeZone an IANA name
 * @returns milliseconds since 1970 UTC
 * @throws RangeError for a name that is no time zone
 */
export function momentsOf({ date, time }: WallClock, timeZone: string): number[] {
  const asUtc = Date.parse(`${date}T${time}Z`);
  // Any change of the clocks lies within a day of the moment: the offsets before and after it are all that can hold.
  const offsets = new Set([asUtc - dayMs, asUtc + dayMs].map((near) => offsetMs(near, timeZone)));
  const candidates = [...offsets].map((offset) => asUtc - offset);
  return candidates.filter((moment) => {
    const shown = wallClockAt(moment, timeZone);
    return shown.date === date && shown.time === time;
  });
}

function offsetMs(momentMs: number, timeZone: string): number {
  const { date, time } = wallClockAt(momentMs, timeZone);
  return Date.parse(`${date}T${time}Z`) - momentMs;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  return new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two },
    ...{ hour: two, minute: two, second: two },
  });
}
