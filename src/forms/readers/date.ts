import { wallClockAt } from '../../lib/time_zone.ts';
import { complain, read, type Reading } from './reading.ts';
import { readWhen, type When } from './when.ts';
import { isUtc } from './written_zone.ts';

/** A day, with the time of day, or two, that was written with it. */
export interface Day {
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM:SS. */
  time?: string;
  /** HH:MM:SS. */
  endTime?: string;
}

const midnight = '00:00:00';

/**
 * Reads the day of a job. The day is the one written; only a moment in UTC is moved into Zapier's time zone, since no
 * clock at the customer's house shows UTC.
 * @param text cleaned: "03/20/2026", "2026-03-20T13:00:00Z", "March 20, 2026 9-11am"
 * @param timeZone Zapier's, an IANA name
 * @returns a day; midnight is no time, since apps write it when they mean the whole day
 */
export function readDate(text: string, timeZone: string | undefined): Reading<Day> {
  const notRead = 'is not a date: write it like 03/20/2026 or 2026-03-20';
  const reading = readWhen(text, notRead);
  if (reading === undefined || 'complaint' in reading) return reading;
  const when = localWhen(reading.value, timeZone);
  if ('complaint' in when) return when;
  const { date, times } = when.value;
  if (date === undefined) return complain(notRead);
  if (times === undefined || (times.start === midnight && times.end === undefined)) return read({ date });
  return read({ date, time: times.start, ...(times.end !== undefined && { endTime: times.end }) });
}

/**
 * Moves a moment in UTC into a time zone, and leaves everything else as written.
 * @param timeZone Zapier's, an IANA name; without one a moment in UTC is a complaint
 */
export function localWhen(when: When, timeZone: string | undefined): { value: When } | { complaint: string } {
  const { date, times, zone } = when;
  if (times === undefined || !isUtc(zone)) return read(when);
  // Sheets and databases write a day as its midnight in UTC.
  if (date !== undefined && times.start === midnight && times.end === undefined) return read({ date });
  if (date === undefined) return complain('is in UTC: write the time at the customer, like 9:00 AM');
  if (timeZone === undefined) {
    return complain(
      'is in UTC, and Zapier tells no time zone: set one for the Zap or for your Zapier account',
    );
  }
  const start = wallClockAt(Date.parse(`${date}T${times.start}Z`), timeZone);
  if (times.end === undefined) return read({ date: start.date, times: { start: start.time } });
  const end = wallClockAt(Date.parse(`${date}T${times.end}Z`), timeZone);
  return end.date === start.date
    ? read({ date: start.date, times: { start: start.time, end: end.time } })
    : complain('ends on another day than it starts');
}
