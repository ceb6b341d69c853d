import { readDate } from './date.ts';

/**
 * Reads a day or a moment. One with a zone is moved to UTC, one without is taken as UTC.
 * @returns ISO 8601 in UTC with milliseconds, the form the API documents, or undefined when it is no date
 */
export function readMoment(value: string): string | undefined {
  const plain = value.trim();
  const day = readDate(plain);
  if (day === undefined) return undefined;
  const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(plain) ? new Date(plain) : undefined;
  const moment = zoned ?? new Date(`${day.date}T${day.time ?? '00:00:00'}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
