import { calendarDay, monthNumber } from '../forms/readers/calendar.ts';
import { group } from '../lib/match_groups.ts';
import { momentIn } from './moment_in.ts';

// Behind the day nothing, or a time.
const end = String.raw`(?=$|[T\s,]+(?:at\s)?\d)`;
const weekday = String.raw`(?:[a-z]{3,9}\.?,?\s+)?`;
const year = String.raw`(?<year>\d{4})`;
const word = String.raw`(?<month>[a-z]{3,9})\.?`;
const written = [
  String.raw`${year}(?<joint>[-/])(?<month>\d\d?)\k<joint>(?<day>\d\d?)${end}`,
  String.raw`${year}(?<month>\d\d)(?<day>\d\d)$`,
  String.raw`(?<month>\d\d?)/(?<day>\d\d?)/${year}${end}`,
  String.raw`${weekday}${word}\s+(?<day>\d\d?),?\s+${year}${end}`,
  String.raw`${weekday}(?<day>\d\d?)\s+${word},?\s+${year}${end}`,
].map((form) => new RegExp(`^${form}`, 'i'));

/**
 * The calendar day in a record. Documented: YYYY-MM-DD. Read too: with a time behind it, with slashes or nothing between,
 * M/D/YYYY, months in English, and a number of seconds or milliseconds, whose day in UTC it is.
 * @returns YYYY-MM-DD; undefined for anything else, for a day that no calendar has, and for years outside of 2000 to 2100
 */
export function dayIn(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const match = [text, isoOf(momentIn(text))].map(matchOf).find((one) => one !== undefined);
  if (match === undefined) return undefined;
  const month = group(match, 'month');
  const reading = calendarDay(
    group(match, 'year'),
    Number(month) || monthNumber(month.toLowerCase()),
    Number(group(match, 'day')),
  );
  return reading && 'value' in reading ? reading.value : undefined;
}

function matchOf(text: string): RegExpExecArray | undefined {
  return written.map((form) => form.exec(text)).find((match) => match !== null);
}

function isoOf(moment: number | undefined): string {
  const date = new Date(moment ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
