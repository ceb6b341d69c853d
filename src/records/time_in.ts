import { group } from '../lib/match_groups.ts';

// "09:00:00", "9:00", "02:30 PM", also behind a day.
const written =
  /^(?<day>\d{4}-\d\d-\d\d[T ])?(?<hours>\d\d?):(?<minutes>\d\d)(?::(?<seconds>\d\d)(?:[.,]\d+)?)?(?:\s?(?<half>[ap])\.?m\.?)?(?<zone>\s?(?:z|utc|[+-]\d\d(?::?\d\d)?))?$/i;

/**
 * The time of day in a record. Documented: HH:MM:SS. Read too: without seconds, with one digit, with AM or PM, behind a
 * day. The zone of a time alone is left out: a job is at this time where the house stands.
 * @returns HH:MM:SS; undefined for anything else, such as a moment in a zone, and for a time that no clock shows
 */
export function timeIn(value: unknown): string | undefined {
  const match = written.exec(typeof value === 'string' ? value.trim() : '');
  if (match === null) return undefined;
  const [day, half, zone] = [group(match, 'day'), group(match, 'half').toLowerCase(), group(match, 'zone')];
  if (day !== '' && zone !== '') return undefined;
  const [shown, minutes, seconds] = [
    Number(group(match, 'hours')),
    group(match, 'minutes'),
    group(match, 'seconds'),
  ];
  if (half !== '' && (shown < 1 || shown > 12)) return undefined;
  const hour = half === '' ? shown : (shown % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds.padStart(2, '0')}`;
}
