import { momentIn } from './moment_in.ts';

/**
 * The calendar day in a record: YYYY-MM-DD, also with a time behind it, M/D/YYYY, or a moment, whose day in UTC it is.
 * @returns YYYY-MM-DD; undefined for anything else, and for a day that no calendar has
 */
export function dayIn(value: unknown): string | undefined {
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4})\b/.exec(String(value));
  const [month = '', date = '', year = ''] = (american ?? []).slice(1).map((part) => part.padStart(2, '0'));
  const written = american === null ? value : `${year}-${month}-${date}`;
  const moment = momentIn(written);
  if (moment === undefined) return undefined;
  const isDay = typeof written === 'string' && written.includes('-');
  const day = (isDay ? written.trim() : new Date(moment).toISOString()).slice(0, 10);
  // February 30 would pass for March 2.
  return new Date(Date.parse(day)).toISOString().startsWith(day) ? day : undefined;
}
