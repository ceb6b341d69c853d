import { randomUUID } from 'node:crypto';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import { hash } from '../lib/hash.ts';
import { isObject } from '../lib/guards.ts';
import { aheadMs, eventMoment, oldestMs } from './delivery.ts';
import { headersNamed } from './headers.ts';
import type { ToldRecord } from './told_records.ts';

/*
 * What tells a delivery that comes again from another one. CleanEstimate Pro retries after about 10 s, 60 s and 300 s
 * (documented), and whoever saw a delivery can send it again. Two marks in Zapier's cache, each for one destination:
 *
 * - what is told and its timestamp: the same event, whatever its headers say. The mark lives as long as the timestamp is
 *   taken, eight days. Without a timestamp in the body two equal events cannot be told apart, so that it lives ten
 *   minutes only, while retries come;
 * - what is told and the X-Webhook-ID (documented, for dedupe), for a retry that is stamped anew: ten minutes. It does
 *   not count for a first attempt (X-Webhook-Attempt, documented), since an API may send one id with all it delivers.
 *
 * Neither header is signed: whoever changes them gets around the second mark, but not around the first.
 */

const retriesSeconds = 10 * 60;
const takenSeconds = (oldestMs + aheadMs) / 1000;
// Zapier runs what it holds again within five minutes.
const heldSeconds = 60 * 60;

/** What Zapier's cache knows of a delivery. A cache that fails knows nothing: a missed lead is worse than one twice. */
export interface DeliveryMemory {
  /** True for one that has become a trigger's items. */
  cameBefore: boolean;
  /**
   * Remembers it, at the end of a run.
   * @returns false when another run did so meanwhile: that one gives the items
   */
  claim: () => Promise<boolean>;
  /**
   * Remembers that it was held once.
   * @returns false when it was, or when that cannot be remembered: then it must not be held again, or it would be lost
   */
  hold: () => Promise<boolean>;
}

/**
 * Looks a delivery up: one round of the cache.
 * @param told what it tells of
 */
export async function recall(
  z: ZObject,
  bundle: Bundle,
  told: readonly ToldRecord[],
): Promise<DeliveryMemory> {
  const cache = cacheOf(z, 'a delivery that comes again may be taken twice');
  const { id, secret }: Record<string, unknown> = { ...bundle.subscribeData };
  const slot = (kind: string, ...of: unknown[]): string => `delivery ${hash(kind, id, secret, ...of)}`;
  const [webhookId] = headersNamed(bundle, 'x-webhook-id');
  const moments = told.map(({ timestamp }) => eventMoment(timestamp));
  const isDated = moments.every((moment) => moment !== undefined);
  const what = sorted(told.map(({ record }) => record));
  const content = slot('content', what, isDated ? moments : []);
  const numbered = webhookId === undefined || !isDated ? undefined : slot('id', webhookId.trim(), what);
  const held = slot('held', what, moments);
  const isFirst = headersNamed(bundle, 'x-webhook-attempt')[0]?.trim() === '1';
  const slots = [content, ...(numbered === undefined || isFirst ? [] : [numbered])];
  const before = await Promise.all(slots.map((one) => cache.get(one)));
  return {
    cameBefore: before.some(isObject),
    claim: async () => {
      const mark = { content, by: randomUUID() };
      const [own, byId] = await Promise.all([
        cache.add(content, mark, isDated ? takenSeconds : retriesSeconds),
        numbered === undefined ? true : cache.add(numbered, mark, retriesSeconds),
      ]);
      if (own === false) return false;
      if (numbered === undefined || byId !== false || isFirst) return true;
      // Of two runs that each got one mark, the one with the first goes on.
      const holder = await cache.get(numbered);
      return !isObject(holder) || holder.content === content;
    },
    hold: async () => {
      if ((await cache.get(held)) !== null) return false;
      const answer = await cache.set(held, {}, heldSeconds);
      return typeof answer === 'boolean' ? answer : isObject(await cache.get(held));
    },
  };
}

// An API that puts a record together anew for a retry may write its keys in another order.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
