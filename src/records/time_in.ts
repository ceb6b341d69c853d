// "09:00:00", "9:00", "02:30 PM", also behind a day.
const written =
  /^(\d{4}-\d\d-\d\d[T ])?(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:\s?([ap])\.?m\.?)?(\s?(?:z|utc|[+-]\d\d(?::?\d\d)?))?$/i;

/**
 * The time of day in a record. Documented: HH:MM:SS. Read too: without seconds, with one digit, with AM or PM, behind a
 * day. The zone of a time alone is left out: a job is at this time where the house stands.
 * @returns HH:MM:SS; undefined for anything else, such as a moment in a zone, and for a time that no clock shows
 */
export function timeIn(value: unknown): string | undefined {
  const match = written.exec(typeof value === 'string' ? value.trim() : '');
  if (match === null) return undefined;
  const [, day, hours = '', minutes = '', seconds = '00', half, zone] = match;
  if (day !== undefined && zone !== undefined) return undefined;
  const shown = Number(hours);
  if (half !== undefined && (shown < 1 || shown > 12)) return undefined;
  const hour = half === undefined ? shown : (shown % 12) + (/p/i.test(half) ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}
