import { momentsOf } from '../../lib/time_zone.ts';
import { complain, read, type Reading } from './reading.ts';
import { readWhen } from './when.ts';
import type { WrittenZone } from './written_zone.ts';

/**
 * Reads when something ends: a moment, or a day, which ends at its last millisecond.
 * @param text cleaned: "04/19/2026", "2026-04-19 17:00 EST"
 * @param timeZone Zapier's, an IANA name: it counts where no zone is written
 * @returns ISO 8601 in UTC with milliseconds, the form that the API documents
 */
export function readMoment(text: string, timeZone: string | undefined): Reading<string> {
  const notRead = 'is not a date: write it like 04/19/2026 or 04/19/2026 5:00 PM';
  const reading = readWhen(text, notRead);
  if (reading === undefined || 'complaint' in reading) return reading;
  const { date, times, zone = ownZone(timeZone) } = reading.value;
  if (date === undefined || times?.end !== undefined) return complain(notRead);
  if (times !== undefined) return momentAt(date, times.start, zone);
  // Without any zone the day ends when it ends in UTC, which is what the product's own example does.
  return read(new Date(endOfDay(date, zone ?? { offsetMinutes: 0 })).toISOString());
}

// In the night in which the clocks go back a day's last second may come twice: the later one is its end.
function endOfDay(date: string, zone: WrittenZone): number {
  const time = '23:59:59';
  const lastSecond =
    'offsetMinutes' in zone
      ? Date.parse(`${date}T${time}Z`) - zone.offsetMinutes * 60_000
      : Math.max(...momentsOf({ date, time }, zone.timeZone));
  return lastSecond + 999;
}

function ownZone(timeZone: string | undefined): WrittenZone | undefined {
  return timeZone === undefined ? undefined : { timeZone };
}

function momentAt(
  date: string,
  time: string,
  zone: WrittenZone | undefined,
): { value: string } | { complaint: string } {
  if (zone === undefined) {
    return complain('has no time zone, and Zapier tells none: write it like 04/19/2026 5:00 PM EST');
  }
  if ('offsetMinutes' in zone) {
    return read(new Date(Date.parse(`${date}T${time}Z`) - zone.offsetMinutes * 60_000).toISOString());
  }
  const [moment, second] = momentsOf({ date, time }, zone.timeZone);
  if (moment === undefined) return complain('is left out when the clocks go forward: write another time');
  if (second !== undefined)
    return complain('comes twice when the clocks go back: write it with its zone, like 1:30 AM EST');
  return read(new Date(moment).toISOString());
}
