import { nowIn, plusDays } from '../../lib/calendar.ts';
import { readDate } from './date.ts';
import { complain, read, type Reading } from './reading.ts';

const words = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/**
 * Reads a day that somebody asks about: "today", "tomorrow", "yesterday", or what `readDate` reads, without its time.
 * @param text cleaned
 * @param timeZone Zapier's, an IANA name
 * @returns YYYY-MM-DD
 */
export function readNearDay(text: string, timeZone: string | undefined): Reading<string> {
  const days = words.get(text.toLowerCase());
  if (days === undefined) {
    const reading = readDate(text, timeZone);
    return reading && 'value' in reading ? read(reading.value.date) : reading;
  }
  if (timeZone === undefined)
    return complain(
      'depends on the time zone, and Zapier tells none: set one for the Zap or for your account, or write the date',
    );
  return read(plusDays(nowIn(timeZone).date, days));
}
