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
  /** A regular expression, tried on the path below /api/v1. */
  path: zod.string().refine(isPattern, 'Must be a regular expression').optional(),
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
  /** Of status_before and status_after (default 500) and html (default 502). */
  status: zod.int().min(200).max(599).optional(),
  /** Of slow_after: how long the answer waits after the commit. */
  delayMs: zod.number().min(0).optional(),
  /** Of throttle: the header's value, seconds or an HTTP date. */
  retryAfter: zod.string().optional(),
  /** How many requests it hits; forever when absent. */
  times: zod.int().min(0).optional(),
  probability: zod.number().min(0).max(1).optional(),
  seed: zod.int().optional(),
});

/** One way in which requests go wrong, and which requests. */
export type Fault = zod.infer<typeof faultSchema>;

/** Decides which request meets which fault. */
export class FaultPlan {
  #faults: { fault: Fault; path: RegExp; left: number; random: () => number }[] = [];

  constructor(faults: Fault[] = []) {
    this.replace(faults);
  }

  /** Forgets all faults and takes these. Throws when one is malformed. */
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

  /** The first fault that hits this request, which counts as one of its times. */
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
