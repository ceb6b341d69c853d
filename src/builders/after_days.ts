import * as zod from 'zod/mini';
import { quantity } from '../forms/kinds.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The form of a trigger that waits: days, at least 1. */
export function afterDays(defaultDays: number, helpText: string) {
  return zod.object({
    days: quantity(
      {
        label: 'Days',
        helpText: `${helpText} ${defaultDays} when left blank.`,
        default: String(defaultDays),
      },
      1,
      true,
    ),
  });
}

/**
 * Whether what comes after this moment in a list, newest first, has fired in a poll before: a day is allowed for Zaps
 * that were off or polls that failed.
 */
export function isPast(moment: unknown, days: number): boolean {
  const age = ageInDays(moment);
  return age < 0 || age > days + 1;
}

/** How many days ago a moment of a record was; -1 when the record does not say. */
export function ageInDays(moment: unknown): number {
  const time = Date.parse(String(moment));
  return Number.isNaN(time) ? -1 : (Date.now() - time) / dayMs;
}
