import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import { dayMs } from '../lib/day_ms.ts';
import { ownMember } from '../lib/guards.ts';
import { slotOf } from './zap_slot.ts';

/** The time in which nothing falls due that a Zap has seen: until it ends, only what changes can matter. */
export interface QuietTime {
  /** From when on changes have to be read, in ms since 1970; undefined when it is over, or nothing is known. */
  since: () => Promise<number | undefined>;
  /** Notes that all was read now, and when the next record that was read falls due, in ms since 1970. */
  begin: (nextDueAt: number) => Promise<unknown>;
}

// An API may list a change a little later than its own clock says.
const marginMs = 60 * 60 * 1000;

/**
 * The quiet time of a Zap, in Zapier's cache: each Zap has its own, since each has its own memory of what it has seen.
 * Without the Zap's id, or without the cache, there is none, and each poll reads all that waits.
 */
export function quietTimeOf({ z, bundle }: { z: ZObject; bundle: Bundle }): QuietTime {
  const slot = slotOf('quiet time', bundle);
  if (slot === undefined) return { since: () => Promise.resolve(undefined), begin: () => Promise.resolve() };
  const cache = cacheOf(z, 'this check reads more pages');
  return {
    since: async () => {
      const known = await cache.get(slot);
      const [readAt, until] = [ownMember(known, 'readAt'), ownMember(known, 'until')];
      return typeof readAt === 'number' && typeof until === 'number' && Date.now() < until
        ? readAt - marginMs
        : undefined;
    },
    begin: (nextDueAt) => {
      const readAt = Date.now();
      // Once a day all is read again, whatever Zapier or a failed poll may have missed.
      return cache.set(slot, { readAt, until: Math.min(nextDueAt, readAt + dayMs) }, dayMs / 1000);
    },
  };
}
