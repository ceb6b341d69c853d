import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ZObject } from 'zapier-platform-core';
import { lead } from '../../src/records/lead.ts';
import { numbered, openReceiver, statusChange, type Sent } from '../support/deliveries.ts';
import { withoutMemoryLimit } from '../support/memory.ts';
import type { Item } from '../support/office.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { trySeeded } from '../support/seeded.ts';

/*
 * Deliveries that come again while the first attempt is still under way, and a cache that fails.
 */

trySeeded();
withoutMemoryLimit();
const api = scriptedApi();
const { deliver } = openReceiver();

interface Change extends Sent {
  timestamp?: unknown;
  record?: Item;
}

function change(status: string, { timestamp, record, ...sent }: Change): Promise<Item[]> {
  api.answers(403);
  return deliver(statusChange(status, timestamp, record), { trigger: 'lead_status_changed', ...sent });
}

describe('attempts at once', () => {
  type Cache = ZObject['cache'];
  const equipped = (change: (cache: Cache) => Partial<Cache>): Sent => ({
    conditions: { equip: (z) => ({ ...z, cache: { ...z.cache, ...change(z.cache) } }) },
  });

  test('fire exactly once, in whatever order the cache answers, whoever changed the headers or stamped anew', async () => {
    const stamps = [0, 1, 2].map((seconds) => new Date(Date.now() - seconds * 1000).toISOString());
    const attempt = fc.record({
      id: fc.constantFrom('a', 'b'),
      timestamp: fc.constantFrom(...stamps),
    });
    // All attempts hang together: by one X-Webhook-ID, or by one timestamp. The record is whole, so that they come to the
    // cache together: nothing is read in between.
    const sharing = fc.oneof(
      fc.array(attempt, { minLength: 2, maxLength: 4 }).map((all) => all.map((one) => ({ ...one, id: 'a' }))),
      fc
        .array(attempt, { minLength: 2, maxLength: 4 })
        .map((all) => all.map((one) => ({ ...one, timestamp: stamps[0] }))),
    );
    let run = 0;
    const property = fc.asyncProperty(fc.scheduler(), sharing, async (scheduler, attempts) => {
      run += 1;
      const slowly = equipped((cache) => ({
        get: (key: string) =>
          scheduler.schedule(Promise.resolve()).then((): Promise<unknown> => cache.get(key)),
        set: (...given) => scheduler.schedule(Promise.resolve()).then(() => cache.set(...given)),
      }));
      const runs = attempts.map(({ id, timestamp }) =>
        change(`status ${run}`, { ...slowly, ...numbered(id), timestamp, record: lead.fixture }),
      );
      const items = await scheduler.waitFor(Promise.all(runs));
      expect(items.flat()).toHaveLength(1);
    });
    await fc.assert(property, { numRuns: 40 });
  }, 30_000);

  test.each<[string, () => Promise<never>]>([
    ['throws', () => Promise.reject(new Error('down'))],
    ['never answers', () => new Promise(() => undefined)],
  ])(
    'fire all while the cache %s',
    async (_what, fail) => {
      const failing = equipped(() => ({ get: fail, set: fail }));
      const timestamp = new Date().toISOString();

      expect(await Promise.all([1, 2].map(() => change('lost', { timestamp, ...failing })))).toMatchObject([
        [{}],
        [{}],
      ]);
    },
    15_000,
  );

  test('fire while the cache fails for conditional sets, or forgets a mark in between', async () => {
    const timestamp = new Date().toISOString();
    const isMark = (value: unknown): boolean => JSON.stringify(value).includes('content');
    const refusing = equipped(() => ({ set: () => Promise.resolve(false) }));
    const half = equipped((cache) => ({
      // The mark by X-Webhook-ID is there, but not any more when it is looked at.
      set: (key, value, ttl, ...more) =>
        isMark(value) && ttl === 600 ? Promise.resolve(false) : cache.set(key, value, ttl, ...more),
    }));

    expect(await change('lost', { timestamp, ...half, ...numbered('a') })).toHaveLength(1);
    expect(await change('won', { timestamp, ...refusing })).toEqual([]);
  });

  test('a delivery costs two rounds of the cache and one request', async () => {
    const rounds: string[] = [];
    let open = 0;
    const counted = equipped((cache) => {
      const within = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
        if (open === 0) rounds.push(what);
        open += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        const found = await work();
        open -= 1;
        return found;
      };
      return {
        get: (key: string): Promise<unknown> => within('get', () => cache.get(key)),
        set: (...given) => within('set', () => cache.set(...given)),
      };
    });

    expect(await change('lost', { ...counted, headers: { 'X-Webhook-ID': 'n1' } })).toHaveLength(1);
    expect(rounds).toEqual(['get', 'set']);
    expect(api.asked).toHaveLength(1);
  });
});
