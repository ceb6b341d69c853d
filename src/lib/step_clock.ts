import type { ZObject } from 'zapier-platform-core';
import { stepBudgetMs } from '../settings.ts';

/** What the platform makes for every run. */
export type Run = Pick<ZObject, 'cache' | 'console'>;

const starts = new WeakMap<Run, number>();
// Zapier stops a step after 30 s. How a write ended must still be remembered when the time for requests is up.
const endingMs = 2_000;

/** When the running step began, in ms since 1970: with the first thing that it may wait for. */
export function startOf(z: Run): number {
  const start = starts.get(z) ?? Date.now();
  starts.set(z, start);
  return start;
}

/**
 * How long requests of the running step may still take.
 * @returns milliseconds, 0 or less when the time is up
 */
export function timeLeftMs(z: Run): number {
  return startOf(z) + stepBudgetMs() - Date.now();
}

/** How long Zapier's cache may still take: a little longer than requests, so that the end of a write is remembered. */
export function cacheTimeLeftMs(z: Run): number {
  return timeLeftMs(z) + endingMs;
}

/** When the running step has surely ended, in ms since 1970. */
export function busyUntilMs(z: Run): number {
  return startOf(z) + stepBudgetMs() + endingMs;
}

/** True while the response to a request that begins now can still come back before Zapier stops the step. */
export function hasTime(z: Run): boolean {
  return timeLeftMs(z) >= stepBudgetMs() / 8;
}
