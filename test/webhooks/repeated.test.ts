import { describe, expect, test } from '@jest/globals';
import { later, numbered, openReceiver, statusChange, type Sent } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import type { Item } from '../support/office.ts';

/*
 * Which deliveries are one event that came again, and which are two events.
 */

const api = scriptedApi();
const { deliver } = openReceiver();
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface Change extends Sent {
  timestamp?: unknown;
}

function change(status: string, { timestamp, ...sent }: Change = {}): Promise<Item[]> {
  api.answers(403);
  return deliver(statusChange(status, timestamp), { trigger: 'lead_status_changed', ...sent });
}

/** How many items each delivery gives, one after the other. */
async function counts(...deliveries: (() => Promise<Item[]>)[]): Promise<number[]> {
  const all: number[] = [];
  for (const one of deliveries) all.push((await one()).length);
  return all;
}

describe('one event', () => {
  const timestamp = new Date().toISOString();

  test.each<[string, Change, Change]>([
    ['the same delivery', { timestamp }, { timestamp }],
    [
      'the same with another X-Webhook-ID, which is not signed',
      { timestamp, ...numbered('a') },
      { timestamp, ...numbered('b') },
    ],
    ['the same without a timestamp', { timestamp: null }, { timestamp: null }],
    ['a retry that is stamped anew', { timestamp, ...numbered('a', 1) }, { ...numbered('a', 2) }],
    [
      'a retry that is stamped anew, attempts not counted',
      { timestamp, ...numbered('a') },
      { ...numbered('a') },
    ],
  ])('fires once: %s', async (_what, first, second) => {
    expect(
      await counts(
        () => change('lost', first),
        () => change('lost', second),
      ),
    ).toEqual([1, 0]);
  });

  test('fires once for seven days, and is then too old', async () => {
    expect(await change('lost', { timestamp })).toHaveLength(1);
    later(7 * dayMs - minuteMs);
    expect(await change('lost', { timestamp })).toEqual([]);
    later(2 * minuteMs);
    await expect(change('lost', { timestamp })).rejects.toMatchObject({ name: 'HaltedError' });
  });

  test('of tomorrow fires once, too, for as long as it is taken', async () => {
    const tomorrow = new Date(Date.now() + dayMs - minuteMs).toISOString();

    expect(await change('lost', { timestamp: tomorrow })).toHaveLength(1);
    later(8 * dayMs - 2 * minuteMs);
    expect(await change('lost', { timestamp: tomorrow })).toEqual([]);
    later(2 * minuteMs);
    await expect(change('lost', { timestamp: tomorrow })).rejects.toMatchObject({ name: 'HaltedError' });
  });

  test('fires once when a retry has its keys in another order', async () => {
    api.answers(403);
    const one = { event: 'lead.created', data: { lead_id: 'l1', tags: ['a', { b: 1, c: 2 }] } };
    const other = { data: { tags: ['a', { c: 2, b: 1 }], lead_id: 'l1' }, event: 'lead.created' };

    expect(
      await counts(
        () => deliver(one),
        () => deliver(other),
      ),
    ).toEqual([1, 0]);
  });
});

describe('two events', () => {
  test('fire both: other records with one X-Webhook-ID, such as the destination’s', async () => {
    api.answers(403);
    const leads = ['l1', 'l2', 'l3', 'l4', 'l5'].map(
      (lead_id) => () => deliver({ event: 'lead.created', data: { lead_id } }, numbered('w1')),
    );

    expect(await counts(...leads)).toEqual([1, 1, 1, 1, 1]);
  });

  test('fire both without a timestamp, when more than ten minutes lie between them', async () => {
    const found: number[] = [];
    for (const status of ['new', 'lost', 'new', 'lost']) {
      found.push(...(await counts(() => change(status, { timestamp: null, ...numbered('w1') }))));
      later(6 * minuteMs);
    }
    expect(found).toEqual([1, 1, 1, 1]);
  });

  test.each(['2026-11-25', '', 'today', 0, '0001-01-01T00:00:00Z', 1_772_460_300_000_000, {}])(
    'fire both with the timestamp %j, which is no moment: as without one',
    async (timestamp) => {
      expect(await change('lost', { timestamp })).toHaveLength(1);
      expect(await change('lost', { timestamp })).toEqual([]);
      later(11 * minuteMs);
      expect(await change('lost', { timestamp })).toHaveLength(1);
    },
  );

  test('fire both within a minute, with their own X-Webhook-IDs, or as first attempts', async () => {
    const at = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
    const statuses = ['new', 'lost', 'new', 'lost'];
    const own = statuses.map(
      (status, index) => () => change(status, { timestamp: at(index), ...numbered(`n${index}`) }),
    );
    const shared = statuses.map(
      (status, index) => () => change(status, { timestamp: at(9 + index), ...numbered('w1', 1) }),
    );

    expect(await counts(...own, ...shared)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test('fire both in two Zaps that are told of one', async () => {
    const timestamp = new Date().toISOString();
    const ofZap = (id: unknown) => () =>
      change('lost', { timestamp, more: { subscribeData: { id, secret: 'whsec_test' } } });

    expect(await counts(ofZap('w1'), ofZap(2), ofZap('w1'), ofZap(2))).toEqual([1, 1, 0, 0]);
  });
});
