import type { CacheMode } from './cache_mode.ts';
import type { DeliveryTally } from './delivery_tally.ts';
import type { WriteTally } from './write_tally.ts';

/**
 * How many things went wrong that the app promises will not. Without Zapier's cache it promises no more than a
 * Unique Reference can do: nobody can tell a replay, or a delivery that comes again.
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
