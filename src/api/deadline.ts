import type { ZObject } from 'zapier-platform-core';
import { stepBudgetMs } from '../settings.ts';

const deadlines = new WeakMap<ZObject, number>();

/**
 * How long the running step may still take. The clock starts with its first request: every run has its own `z`.
 * @returns milliseconds, 0 or less when the time is up
 */
export function timeLeftMs(z: ZObject): number {
  const deadline = deadlines.get(z) ?? Date.now() + stepBudgetMs();
  deadlines.set(z, deadline);
  return deadline - Date.now();
}
