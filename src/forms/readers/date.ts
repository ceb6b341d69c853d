import { readTime } from './time.ts';

/** A day, and the time of day when one was written with it. */
export interface Day {
  date: string;
  time?: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const rest = String.raw`(?:(?:t|,? )(?:at )?(.+))?$`;
const patterns: { form: RegExp; order: [year: number, month: number, day: number] }[] = [
  { form: new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${rest}`), order: [1, 2, 3] },
  { form: new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${rest}`), order: [3, 1, 2] },
  {
    form: new RegExp(String.raw`^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${rest}`),
    order: [3, 1, 2],
  },
  {
    form: new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-\s](?:of )?([a-z]{3,9})\.?,?[-\s](\d{4})${rest}`),
    order: [3, 2, 1],
  },
];
const offset = /(?<=^\d{4}-\d\d-\d\dt[\d:.]+)[+-][01]\d:?\d\d$/;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/;

/**
 * Reads a date as a person or another app writes it: "03/20/2026" (month first, as in the US), "2026-03-20",
 * "March 20, 2026", "2026-03-20T09:00:00-04:00". The calendar day is the one written, whatever the zone.
 * @returns the day as YYYY-MM-DD and the time as HH:MM:SS when one was written; undefined when it is no date.
 *   Midnight is no time: apps write it when they mean the whole day.
 */
export function readDate(typed: string): Day | undefined {
  const plain = typed.trim().toLowerCase().replace(/\s+/g, ' ').replace(weekday, '').replace(offset, '');
  for (const { form, order } of patterns) {
    const parts = form.exec(plain);
    if (parts === null) continue;
    const [year, month, day] = order;
    const date = calendarDay(String(parts[year]), String(parts[month]), String(parts[day]));
    if (date === undefined || parts[4] === undefined) return date === undefined ? undefined : { date };
    const time = readTime(parts[4]);
    if (time === undefined) return undefined;
    return time === '00:00:00' ? { date } : { date, time };
  }
  return undefined;
}

function calendarDay(year: string, month: string, day: string): string | undefined {
  const fullYear = year.length === 2 ? `20${year}` : year;
  const monthNumber = /\d/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3)) + 1;
  const date = `${fullYear}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // Date rolls February 30 over to March 2: only a day that comes back unchanged exists.
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date ? undefined : date;
}
