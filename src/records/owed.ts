import { amountIn } from './amount_in.ts';
import type { ApiRecord } from './api_record.ts';
import { dayIn } from './day_in.ts';

/** Whether something of an invoice is still to be paid; true when it does not say. */
export function isOwed({ balance_due, total, amount_paid }: ApiRecord): boolean {
  const balance = amountIn(balance_due) ?? difference(amountIn(total), amountIn(amount_paid));
  return balance === undefined || balance > 0;
}

/**
 * The day on which an invoice is due, as `dayIn` reads it.
 * @returns the beginning of the day in UTC, in ms since 1970; undefined when it does not say
 */
export function dueDayOf({ due_date }: ApiRecord): number | undefined {
  const day = dayIn(due_date);
  return day === undefined ? undefined : Date.parse(day);
}

function difference(total: number | undefined, paid: number | undefined): number | undefined {
  return total === undefined || paid === undefined ? undefined : total - paid;
}
