import { dayMs } from './day_ms.ts';
import { isTimeZone, momentsOf, wallClockAt, type WallClock } from './time_zone.ts';

/*
 * Days of the calendar, as YYYY-MM-DD. They are counted without any clock, so that a day on which the clocks change is
 * one day.
 */

const hourMs = dayMs / 24;
// What Zapier takes for an account that chose none.
const usualZone = 'America/Chicago';

/** Zapier's time zone for a run; the one that it takes when nobody chose one for anything that is no zone. */
export function zoneOf(timezone: unknown): string {
  return isTimeZone(timezone) ? timezone : usualZone;
}

/** What the clocks of a zone show now. */
export function nowIn(zone: string): WallClock {
  return wallClockAt(Date.now(), zone);
}

/** The day so many days later; earlier for a negative number. */
export function plusDays(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * dayMs);
}

/** The same day so many months later, or the last of a month that is shorter. */
export function plusMonths(day: string, months: number): string {
  const start = new Date(day);
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0));
  return isoDay(lastOfMonth.setUTCDate(Math.min(start.getUTCDate(), lastOfMonth.getUTCDate())));
}

/**
 * The moment at which the clocks of a zone show this time of a day; the earlier of two. A time that the clocks leave out
 * is as long after the last hour that they show as it would be without that: some zones leave out midnight.
 * @returns ms since 1970
 */
export function momentAt(date: string, time: string, zone: string): number {
  const [moment] = momentsOf({ date, time }, zone);
  if (moment !== undefined) return moment;
  const hourBefore = new Date(Date.parse(`${date}T${time}Z`) - hourMs).toISOString();
  return momentAt(hourBefore.slice(0, 10), hourBefore.slice(11, 19), zone) + hourMs;
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
