import type { ZObject } from 'zapier-platform-core';
import { outOfTime } from '../errors/record_error.ts';
import { stepBudgetMs } from '../settings.ts';

const deadlines = new WeakMap<ZObject, number>();

/**
 * How long the running step may still take. The clock starts with the step's first request: the platform makes a `z`
 * for every run.
 * @returns milliseconds, 0 or less when the time is up
 */
export function timeLeftMs(z: ZObject): number {
  const deadline = deadlines.get(z) ?? Date.now() + stepBudgetMs();
  deadlines.set(z, deadline);
  return deadline - Date.now();
}

/**
 * Lets a write begin only while its response can still come back before Zapier stops the step.
 * @throws Error saying that nothing was written
 */
export function requireTime(z: ZObject): void {
  if (timeLeftMs(z) < stepBudgetMs() / 8) throw outOfTime();
}
