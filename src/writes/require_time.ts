import { outOfTime } from '../errors/write_error.ts';
import { hasTime, type Run } from '../lib/step_clock.ts';

/**
 * Lets a write begin only while its response can still come back before Zapier stops the step.
 * @param saved what the step has saved already: "client"; nothing when absent
 * @throws Error saying what was written
 */
export function requireTime(z: Run, saved?: string): void {
  if (!hasTime(z)) throw outOfTime(saved);
}
