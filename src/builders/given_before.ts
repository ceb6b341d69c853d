import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import { isObject, ownMember } from '../lib/guards.ts';
import { slotOf } from './zap_slot.ts';

/** What a Zap has given on which day. */
export interface Given {
  /** The last day on which it has looked at all; '' when it did not get that far. */
  lookedOn: string;
  /** The day on which each was given, by its mark. */
  days: Record<string, string>;
}

/** The memory of what a Zap has given. */
export interface GivenBefore {
  /** @returns undefined when there is no memory, null when there is nothing in it yet */
  recall: () => Promise<Given | null | undefined>;
  remember: (given: Given) => Promise<unknown>;
}

const rememberedSeconds = 60 * 24 * 60 * 60;

/**
 * What a Zap has given, in Zapier's cache. Without the Zap's id, or without the cache, there is no memory.
 * @param loss what a person may notice then
 */
export function givenBefore({ z, bundle }: { z: ZObject; bundle: Bundle }, loss: string): GivenBefore {
  const slot = slotOf('given', bundle);
  if (slot === undefined)
    return { recall: () => Promise.resolve(undefined), remember: () => Promise.resolve() };
  const cache = cacheOf(z, loss);
  return {
    recall: async () => {
      const known = await cache.get(slot);
      if (known === undefined) return undefined;
      const [lookedOn, days] = [ownMember(known, 'lookedOn'), ownMember(known, 'days')];
      if (typeof lookedOn !== 'string' || !isObject(days)) return null;
      return { lookedOn, days: Object.fromEntries(Object.entries(days).map(([k, day]) => [k, String(day)])) };
    },
    remember: (given) => cache.set(slot, given, rememberedSeconds),
  };
}
