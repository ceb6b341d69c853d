import { localWhen } from './date.ts';
import { complain, read, type Reading } from './reading.ts';
import { readWhen } from './when.ts';

/** A time of day as a job's form has it: HH:MM:SS. */
export interface TimeOfDay {
  time: string;
  /** The second of a range: "9-11am". */
  endTime?: string;
  /** The day that was written with it, YYYY-MM-DD: a calendar's event has one. */
  date?: string;
}

/**
 * Reads a time of day: "9am", "14:30", "noon", "9-11am", or the start of a calendar's event with its day. A zone that is
 * written is left out, since 9 o'clock at the customer's house stays 9 o'clock; only a moment in UTC is moved.
 * @param text cleaned
 * @param timeZone Zapier's, an IANA name
 */
export function readTime(text: string, timeZone: string | undefined): Reading<TimeOfDay> {
  const notRead = 'is not a time: write it like 9:00 AM or 14:30';
  const reading = readWhen(text, notRead);
  if (reading === undefined || 'complaint' in reading) return reading;
  const when = localWhen(reading.value, timeZone);
  if ('complaint' in when) return when;
  const { date, times } = when.value;
  if (times === undefined) return complain(notRead);
  // All-day events and empty cells say midnight, and nobody washes then.
  if (times.start === '00:00:00' && times.end === undefined && !/^(?:12 ?)?midnight$/i.test(text)) {
    return complain('is midnight, which means no time: leave it blank, or write a time like 9:00 AM');
  }
  return read({
    time: times.start,
    ...(times.end !== undefined && { endTime: times.end }),
    ...(date !== undefined && { date }),
  });
}
