import { readDate } from './date.ts';

const zoned = /\d ?(?:z|utc|gmt|(?:gmt ?)?(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2}))$/i;
const minuteMs = 60_000;

/**
 * Reads when something ends: a moment, or a day, which ends at its last millisecond. A moment with a zone is moved to
 * UTC, one without is taken as UTC.
 * @returns ISO 8601 in UTC with milliseconds, the form the API documents, or undefined when it is no date
 */
export function readMoment(typed: string): string | undefined {
  const plain = typed.trim();
  const day = readDate(plain);
  if (day === undefined) return undefined;
  const hasClock = /\d:\d\d/.test(plain) || day.time !== undefined;
  const local = Date.parse(`${day.date}T${hasClock ? (day.time ?? '00:00:00') : '23:59:59.999'}Z`);
  const moment = new Date(local - (hasClock ? offsetMs(plain) : 0));
  // Beyond the years 0 to 9999 ISO 8601 has another form, which the API does not name.
  return /^\d.*/.exec(moment.toISOString())?.[0];
}

function offsetMs(typed: string): number {
  const { sign, hours = '0', minutes = '0' } = zoned.exec(typed)?.groups ?? {};
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs;
}
