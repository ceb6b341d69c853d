import * as zod from 'zod/mini';
import { quantity } from '../kinds.ts';

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

/** How many days ago a moment of a record was; -1 when the record does not say. */
export function ageInDays(moment: unknown): number {
  const time = Date.parse(String(moment));
  return Number.isNaN(time) ? -1 : (Date.now() - time) / dayMs;
}
