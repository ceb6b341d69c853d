const named = new Map([
  ['noon', '12:00:00'],
  ['midnight', '00:00:00'],
]);
const clock = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?m?$/;
// An offset stands after seconds: "09:00-11:00" is a range, which is no time.
const zone =
  /(?: ?(?:z|(?:gmt|utc)(?:[+-]\d{2}:?\d{2})?|[ecmpah][sd]?t)|(?<=:\d{2}(?::\d{2}|\.\d{3})) ?[+-][01]\d:?\d{2})$/;
const remark = / ?\([^()]*\)$/;

/**
 * Reads a time of day: "9am", "9:00 AM", "09:00", "14:30:00-04:00", "noon". The zone is dropped, never
 * converted: 9 o'clock at the customer's house stays 9 o'clock.
 * @returns HH:MM:SS, the form the API documents, or undefined when it is no time ("25:00", a bare "9")
 */
export function readTime(typed: string): string | undefined {
  const written = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:at |t(?=\d))/, '');
  const special = named.get(written);
  if (special !== undefined) return special;
  const plain = written
    .replace(remark, '')
    .replace(zone, '')
    .replace(/([ap])\.? ?m\.?$/, '$1m');
  const [, hours, minutes, seconds = '00', half] = clock.exec(plain) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined;
  const hour = hourOf(Number(hours), half);
  if (hour === undefined || Number(minutes ?? 0) > 59 || Number(seconds) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}:${seconds}`;
}

function hourOf(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours <= 23 ? hours : undefined;
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half === 'p' ? 12 : 0);
}
