import { complain, read, type Reading } from './reading.ts';

const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = /(?<![a-z])(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?(?![a-z])\.?/g;

/** The number of a month by its English name or its usual abbreviation, 0 for any other word. */
export function monthNumber(word: string): number {
  const short = word === 'sept' ? 'sep' : word;
  return monthNames.findIndex((name) => name === short || name.slice(0, 3) === short) + 1;
}

/**
 * Takes the names of weekdays out of a text in lower case.
 * @returns the text without them, and each as "Friday"
 */
export function withoutWeekdays(text: string): { rest: string; weekdays: string[] } {
  const shorts = [...text.matchAll(weekday)].map((match) => String(match[1]).slice(0, 3));
  const weekdays = shorts.flatMap((short) =>
    weekdayNames.filter((name) => name.toLowerCase().startsWith(short)),
  );
  return { rest: text.replace(weekday, ' '), weekdays };
}

/** The weekday of a day that exists: "Friday". */
export function weekdayOf(date: string): string {
  return String(weekdayNames[new Date(`${date}T00:00:00Z`).getUTCDay()]);
}

/**
 * Puts a day together.
 * @param year as it was written: four digits, or two for a year from 2024 to 2049
 * @returns YYYY-MM-DD; a complaint for a day that no calendar has, or a year that no job is in
 */
export function calendarDay(year: string, month: number, day: number): Reading<string> {
  // Two digits are a year that is near: 26, not 03.
  const isNear = Number(year) >= 24 && Number(year) < 50;
  const full = year.length === 2 ? Number(year) + (isNear ? 2000 : 1900) : Number(year);
  if (full < 2000 || full > 2100) return complain('has a year outside of 2000 to 2100');
  const date = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // February 30 rolls over to March 2: only a day that comes back unchanged exists.
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
  return exists ? read(date) : complain('is a day that does not exist');
}
