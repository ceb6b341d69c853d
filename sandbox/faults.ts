import * as zod from 'zod';
import { inProgressSpellings } from './in_progress.ts';
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
   * - html, html_after: an HTML page as of a proxy or gateway, before or after the request is processed
   * - half_body, no_body: processed, but the answer breaks off in its middle or after its headers
   * - wrong_type: processed, but the answer is labelled text/html
   * - no_record: processed, but the answer is a success without the record
   * - late_save: answered with a server error at once, and a write is processed later, after `delayMs` of the clock
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
    'html_after',
    'no_body',
    'wrong_type',
    'no_record',
    'late_save',
    'in_progress',
  ]),
  /** What the journal calls it; its kind when absent. */
  name: zod.string().optional(),
  /** For status_before and status_after (500 when absent), html and html_after (502), and late_save (504). */
  status: zod.int().min(200).max(599).optional(),
  /**
   * For status_before (true when absent), status_after, html_after, no_record and late_save (false when absent): whether
   * the API keeps the fault's answer under the write's key, so that every replay gets it again.
   */
  stored: zod.boolean().optional(),
  /** For in_progress: how the 409 says it; as is assumed when absent. */
  spelling: zod.enum(inProgressSpellings).optional(),
  /**
   * For no_record: a 204, a 202 that only says so, a 201 without a body, with `{}`, with a Location only, or with one
   * that is no address.
   */
  success: zod
    .enum(['no_content', 'accepted', 'empty', 'empty_object', 'location', 'broken_location'])
    .optional(),
  /** For slow_after: how long the answer is held back. For late_save: how long the write takes. */
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
