import { group } from '../../lib/match_groups.ts';
import { calendarDay, monthNumber, weekdayOf, withoutWeekdays } from './calendar.ts';
import { endsOfRange, readClock, type ClockTimes } from './clock.ts';
import { complain, read, type Reading } from './reading.ts';
import { withoutZone, type WrittenZone } from './written_zone.ts';

/** What a text says about when: a day, a time of day or a range of two, and the time zone. */
export interface When {
  /** YYYY-MM-DD. */
  date?: string;
  times?: ClockTimes;
  zone?: WrittenZone;
}

// A reader of this file always says something.
type Told = { value: When } | { complaint: string };

interface DateForm {
  pattern: RegExp;
  day: (match: RegExpExecArray) => Reading<string>;
}

const year4 = String.raw`(?<y>\d{4})(?!\d)`;
const ordinal = String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?`;
const month = String.raw`(?<mon>[a-z]{3,9})`;

// The order matters: what is read first is taken out before the next form looks.
const dateForms: DateForm[] = [
  {
    pattern: /(?<!\d)(?<y>\d{4})([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})(?!\d)/,
    day: inNumbers,
  },
  {
    pattern: /(?<!\d)(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)(?=t|[^\d]|$)/,
    day: inNumbers,
  },
  {
    pattern: /(?<!\d)(?<a>\d{1,2}) ?(?<joint>[-/.]) ?(?<b>\d{1,2}) ?\k<joint> ?(?<y>\d{4}|\d\d)(?!\d)/,
    day: monthFirst,
  },
  {
    pattern: new RegExp(`${month}\\.?[ -]*${ordinal}(?:,\\s*|[ -]+)(?:${year4}|'(?<y2>\\d\\d))`),
    day: named,
  },
  {
    pattern: new RegExp(`${ordinal}(?: of)?[ /-]+${month}\\.?,?[ /-]+(?:${year4}|'(?<y2>\\d\\d))`),
    day: named,
  },
  { pattern: new RegExp(`${ordinal}-${month}-(?<y2>\\d\\d)(?!\\d)`), day: named },
  { pattern: new RegExp(`${month}-${ordinal}-(?<y2>\\d\\d)(?!\\d)`), day: named },
  { pattern: new RegExp(`(?<!\\d)${year4}[ -]${month}\\.?[ -]${ordinal}(?!\\d)`), day: named },
];

// Nothing that says when is longer, and the forms below are tried at every place of a text.
const longest = 120;
// "Fri Mar 20 09:00:00 EDT 2026", as Unix and Java write it.
const yearAtEnd = /(?<day>[a-z]{3} \d{1,2}) (?<time>\d\d:\d\d:\d\d(?: [a-z]{1,4})?) (?<year>\d{4})$/;
// What stands between the start and the day of the end.
const joint = /\s*(?:[-–—~→/]|\bto|\buntil|\btill?|\bthru|\bthrough)[\s,]*$/;
const spreadsheetDay = /(?<![\d/])(?:12\/30\/1899|12\/31\/1899|1899-12-3[01]|1\/0\/1900)(?!\d)/;

/**
 * Reads what a person or another app writes about when something is, in any order: "03/20/2026" (month first, as in the
 * US), "Friday, March 20, 2026 at 9am", "2026-03-20T09:00:00-04:00", "9-11am".
 * @param text cleaned
 * @param notRead the complaint for what is neither a day nor a time
 * @returns a complaint when a part of the text is not understood, when it has two meanings, or when its weekday is not
 *   that of its day
 */
export function readWhen(text: string, notRead: string): Reading<When> {
  if (text.length > longest) return complain(notRead);
  const plain = text
    .toLowerCase()
    .replace(/^'/, '')
    .replaceAll('\u2212', '-')
    .replace(yearAtEnd, '$<day> $<year> $<time>')
    .trim();
  if (/^-?\d+\.\d+$/.test(plain) || /^\d{5,7}$|^\d{9,}$/.test(plain)) return complain(spreadsheetNumber);
  const { rest, weekdays } = withoutWeekdays(plain);
  const reading = whenIn(rest.replace(spreadsheetDay, ' '), notRead);
  if ('complaint' in reading) return reading;
  const { date } = reading.value;
  if (date === undefined) return weekdays.length > 0 ? complain(notRead) : reading;
  const wrong = weekdays.find((name) => name !== weekdayOf(date));
  return wrong === undefined ? reading : complain(`is a ${weekdayOf(date)}, not a ${wrong}`);
}

function whenIn(text: string, notRead: string): Told {
  const found = dayIn(text);
  if (found === undefined) return withTimes(text, undefined, notRead);
  const { reading, before, behind } = found;
  if ('complaint' in reading) return reading;
  const second = dayIn(behind);
  // Without a word or a dash between them there is no range, and "09.30.15" is no day.
  if (second === undefined || !joint.test(second.before))
    return withTimes(`${before} ${behind}`, reading.value, notRead);
  if ('complaint' in second.reading) return second.reading;
  const start = withTimes(`${before} ${second.before.replace(joint, '')}`, reading.value, notRead);
  if ('complaint' in start) return start;
  const end = withTimes(second.behind, second.reading.value, notRead);
  return 'complaint' in end ? end : betweenDays(start.value, end.value, notRead);
}

// "03/20/2026 9:00 AM - 03/20/2026 11:00 AM": calendars write the day once more with the end.
function betweenDays(start: When, end: When, notRead: string): Told {
  const isOneZone = JSON.stringify(start.zone) === JSON.stringify(end.zone);
  const times = [start.times, end.times];
  const [from, until] = times.map((one) => (one?.end === undefined ? one?.start : undefined));
  if (from === undefined || until === undefined || !isOneZone) return complain(notRead);
  if (start.date !== end.date) return complain('ends on another day than it starts');
  return until > from
    ? read({ ...start, times: { start: from, end: until } })
    : complain('ends before it starts');
}

function withTimes(text: string, date: string | undefined, notRead: string): Told {
  const day = date === undefined ? {} : { date };
  const remaining = text
    .replace(/^[\s,;.|@()•·⋅–—-]+|[\s,;|(•·⋅–—-]+$/g, '')
    .replace(/^(?:on|the)(?: |$)/, '');
  const { rest, zone: last } = withoutZone(remaining.replace(/\(\s*\)/g, ''));
  const plain = rest.replace(/^t(?=\d)/, '').replace(/^[\s,-]+|[\s,-]+$/g, '');
  if (plain === '') return date === undefined || last !== undefined ? complain(notRead) : read(day);
  // "9:00 AM EST - 11:00 AM EST"
  const ends = endsOfRange(plain);
  const { rest: start, zone: first } = ends.length === 2 ? withoutZone(String(ends[0])) : { rest: plain };
  const zone = last ?? first;
  if (first !== undefined && JSON.stringify(first) !== JSON.stringify(zone))
    return complain('has two meanings: write one time zone');
  const times = readClock(first === undefined ? plain : `${start} - ${String(ends[1])}`);
  if (times === undefined) return complain(notRead);
  if ('complaint' in times) return times;
  return read({ ...day, times: times.value, ...(zone && { zone }) });
}

const spreadsheetNumber =
  "is a spreadsheet's number: format its column as a date or a time, or write it like 03/20/2026 or 9:30 AM";

interface FoundDay {
  reading: { value: string } | { complaint: string };
  before: string;
  behind: string;
}

function dayIn(text: string): FoundDay | undefined {
  for (const { pattern, day } of dateForms) {
    const match = pattern.exec(text);
    const reading = match === null ? undefined : day(match);
    if (match === null || reading === undefined) continue;
    const { index } = match;
    return { reading, before: text.slice(0, index), behind: text.slice(index + match[0].length) };
  }
  return undefined;
}

function inNumbers(match: RegExpExecArray): Reading<string> {
  return calendarDay(group(match, 'y'), Number(group(match, 'm')), Number(group(match, 'd')));
}

function named(match: RegExpExecArray): Reading<string> {
  const number = monthNumber(group(match, 'mon'));
  const year = group(match, 'y') || group(match, 'y2');
  return number === 0 ? undefined : calendarDay(year, number, Number(group(match, 'd')));
}

function monthFirst(match: RegExpExecArray): Reading<string> {
  const [first, second] = [Number(group(match, 'a')), Number(group(match, 'b'))];
  if (first > 12 && second <= 12)
    return complain('has the day first: write the month first, like 03/20/2026, or 2026-03-20');
  // Between dots the day comes first in most countries.
  if (group(match, 'joint') === '.' && first !== second && second <= 12)
    return complain('has two meanings: write the month first, like 03/20/2026, or 2026-03-20');
  return calendarDay(group(match, 'y'), first, second);
}
