import type { CacheMode } from './cache_mode.ts';
import type { DeliveryTally } from './delivery_tally.ts';
import type { WriteTally } from './write_tally.ts';

/**
 * Counts the broken promises of a campaign. Without a working cache the app can tell neither a replay nor a repeated
 * delivery, so then a duplicate counts only if the form had a Unique Reference, and a repeated or missed delivery
 * does not count. The same goes for the duplicates after a single call of the cache had failed.
 */
export function broken(cache: CacheMode, writes: WriteTally, deliveries: DeliveryTally): number {
  const remembers = cache === 'works';
  return (
    (remembers ? writes.duplicates - writes.forgottenDuplicates : writes.referencedDuplicates) +
    writes.losses +
    writes.wrongMerges +
    writes.lies +
    writes.silentEnds +
    writes.unreadable.length +
    deliveries.acceptedForgeries +
    deliveries.crashes +
    deliveries.firedWrongly +
    (remembers ? deliveries.missed + deliveries.firedTwice : 0)
  );
}
