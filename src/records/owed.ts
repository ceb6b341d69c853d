import { filled } from '../lib/guards.ts';
import type { ApiRecord } from './api_record.ts';
import { momentIn } from './moment_in.ts';

/** Whether something of an invoice is still to be paid; true when it does not say. */
export function isOwed({ balance_due, total, amount_paid }: ApiRecord): boolean {
  const balance = amountIn(balance_due) ?? difference(amountIn(total), amountIn(amount_paid));
  return balance === undefined || balance > 0;
}

/**
 * The day on which an invoice is due: YYYY-MM-DD, also with a time behind it, M/D/YYYY, or a moment.
 * @returns the beginning of the day in UTC, in ms since 1970; undefined when it does not say
 */
export function dueDayOf({ due_date }: ApiRecord): number | undefined {
  const american = /^(\d\d?)\/(\d\d?)\/(\d{4})\b/.exec(String(due_date));
  if (american !== null) {
    const [month, date, year] = american.slice(1).map((part) => part.padStart(2, '0'));
    return momentIn([year, month, date].join('-'));
  }
  const moment = momentIn(due_date);
  if (moment === undefined) return undefined;
  const day =
    typeof due_date === 'string' && due_date.includes('-') ? due_date.trim() : new Date(moment).toISOString();
  return momentIn(day.slice(0, 10));
}

function amountIn(value: unknown): number | undefined {
  const amount =
    typeof value === 'number' ? value : Number(filled(value)?.replace(/[$,\s]/g, '') ?? Number.NaN);
  return Number.isNaN(amount) ? undefined : amount;
}

function difference(total: number | undefined, paid: number | undefined): number | undefined {
  return total === undefined || paid === undefined ? undefined : total - paid;
}
