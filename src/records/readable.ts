import { findChoice } from '../forms/choices.ts';
import type { Choice } from '../forms/field_meta.ts';
import { weekdayOf } from '../forms/readers/calendar.ts';
import { dayIn } from './day_in.ts';
import { textsIn } from './contacts_of.ts';
import { clockTime } from './job_schedule.ts';
import { timeIn } from './time_in.ts';

/*
 * What a record says, in words for a person.
 */

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** A day as people write it: "Friday, March 20"; null for what is no day. */
export function dayText(value: unknown): string | null {
  const day = dayIn(value);
  return day === undefined ? null : inWords(day);
}

/** A day as people write it. Takes one that exists, as YYYY-MM-DD. */
export function inWords(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${weekdayOf(day)}, ${String(months[Number(month) - 1])} ${Number(date)}`;
}

/** A time of day as people write it: "9:00 AM"; null for what is none. */
export function timeText(value: unknown): string | null {
  const time = timeIn(textsIn(value)[0]);
  return time === undefined ? null : clockTime(time);
}

/** From when to when: "9:00 AM – 11:00 AM", the start alone where there is no end; null without a start. */
export function timesText(start: unknown, end: unknown): string | null {
  const [from, until] = [timeText(start), timeText(end)];
  return from === null || until === null ? from : `${from} – ${until}`;
}

// Labels by value, for each list: a poll gives a hundred records, each with several.
const labels = new WeakMap<readonly Choice[], Map<string, string>>();

/** What people call a value: "House Wash"; the value itself where the list does not have it, null for nothing. */
export function nameOf(choices: readonly Choice[], value: unknown): string | null {
  const [text] = textsIn(value);
  if (text === undefined) return null;
  const known = labels.get(choices) ?? new Map(choices.map((choice) => [choice.value, choice.label]));
  labels.set(choices, known);
  return known.get(text) ?? findChoice(choices, text)?.label ?? text;
}
