import * as zod from 'zod';
import { seededRandom } from './seeded_random.ts';

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}

export const faultSchema = zod.strictObject({
  method: zod.string().optional(),
  /** A regular expression for the path below /api/v1, such as `^/leads`. All paths when absent. */
  path: zod.string().refine(isPattern, 'Must be a regular expression').optional(),
  /**
   * - drop_before, drop_after: the connection is dropped before or after the request is processed
   * - slow_after: processed at once, answered late
   * - status_before: a server error instead of processing, stored as the answer of a write
   * - status_after: processed, but answered with a server error
   * - throttle, in_progress: 429 or 409 `idempotency_in_progress`, not processed
   * - html: an HTML page as of a gateway, not processed
   * - half_body, wrong_type: processed, but the answer breaks off or is labelled text/html
   */
  kind: zod.enum([
    'drop_before',
    'drop_after',
    'slow_after',
    'status_before',
    'status_after',
    'throttle',
    'half_body',
    'html',
    'wrong_type',
    'in_progress',
  ]),
  /** For status_before and status_after (500 when absent) and for html (502 when absent). */
  status: zod.int().min(200).max(599).optional(),
  /** For slow_after: how long the answer is held back after the record was saved. */
  delayMs: zod.number().min(0).optional(),
  /** For throttle: the value of Retry-After, in seconds or as an HTTP date. '1' when absent. */
  retryAfter: zod.string().optional(),
  /** How many requests it hits before it ends; all when absent. */
  times: zod.int().min(0).optional(),
  probability: zod.number().min(0).max(1).optional(),
  seed: zod.int().optional(),
});

/** A failure to inject, and the requests it applies to. */
export type Fault = zod.infer<typeof faultSchema>;

/** The configured faults. Decides for each request which of them, if any, is injected. */
export class FaultPlan {
  #faults: { fault: Fault; path: RegExp; left: number; random: () => number }[] = [];

  constructor(faults: Fault[] = []) {
    this.replace(faults);
  }

  /**
   * Replaces all faults.
   * @throws ZodError when one is malformed
   */
  replace(faults: Fault[]): void {
    this.#faults = faults.map((given) => {
      const fault = faultSchema.parse(given);
      return {
        fault,
        path: new RegExp(fault.path ?? ''),
        left: fault.times ?? Infinity,
        random: seededRandom(fault.seed ?? 1),
      };
    });
  }

  /**
   * Picks the fault for a request: the first in the list that matches it and, by chance, hits. It counts towards the
   * fault's `times`.
   * @param method in capitals
   * @param path below /api/v1
   */
  hit(method: string, path: string): Fault | undefined {
    for (const entry of this.#faults) {
      const { fault } = entry;
      if (entry.left <= 0 || !entry.path.test(path)) continue;
      if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
      if (fault.probability !== undefined && entry.random() >= fault.probability) continue;
      entry.left -= 1;
      return fault;
    }
    return undefined;
  }
}
