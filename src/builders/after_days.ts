import * as zod from 'zod/mini';
import { quantity } from '../forms/kinds.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The form of a trigger that waits: whole days, at least 1. */
export function afterDays(defaultDays: number, helpText: string) {
  return zod.object({
    days: quantity(
      {
        label: 'Days',
        helpText: `${helpText} ${defaultDays} when left blank.`,
        default: String(defaultDays),
      },
      { least: 1, whole: true, units: ['day', 'days'] },
    ),
  });
}

/**
 * Whether a record of this moment fired in an earlier poll, so that a list, newest first, need not be read beyond it.
 * One day is added for Zaps that were off and polls that failed.
 * @param moment ISO 8601, as the API writes it; anything else ends the list as well
 * @param days how long the trigger waits
 */
export function firedEarlier(moment: unknown, days: number): boolean {
  const age = ageInDays(moment);
  return age < 0 || age > days + 1;
}

/**
 * How many days ago a moment of a record was.
 * @param moment ISO 8601, as the API writes it
 * @returns a fraction; -1 when the record does not say
 */
export function ageInDays(moment: unknown): number {
  const time = Date.parse(String(moment));
  return Number.isNaN(time) ? -1 : (Date.now() - time) / dayMs;
}
