import type { CacheMode } from './cache_mode.ts';
import type { DeliveryTally } from './delivery_tally.ts';
import type { WriteTally } from './write_tally.ts';

/**
 * Counts the broken promises of a campaign. Without a working cache the app can tell neither a replay nor a repeated
 * delivery, so then a duplicate counts only if the form had a Unique Reference, and a repeated or missed delivery
 * does not count.
 */
export function broken(cache: CacheMode, writes: WriteTally, deliveries: DeliveryTally): number {
  const remembers = cache === 'works';
  return (
    (remembers ? writes.duplicates : writes.referencedDuplicates) +
    writes.losses +
    writes.wrongMerges +
    writes.unreadable.length +
    deliveries.acceptedForgeries +
    deliveries.crashes +
    deliveries.firedWrongly +
    (remembers ? deliveries.missed + deliveries.firedTwice : 0)
  );
}
