import { describe, expect, test } from '@jest/globals';
import { watchNetworks } from '../../proof/network_watch.ts';
import { lead } from '../../src/records/lead.ts';
import { numbered, openReceiver, type Sent } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * Zapier's cache is a call over the network: how often a delivery waits for it.
 */

const api = scriptedApi();
const { deliver } = openReceiver();

/** Delivers a new lead, of which the delivery says only the id. */
async function watchedDelivery(sent: Sent) {
  const watch = watchNetworks();
  const body = { event: 'lead.created', timestamp: new Date().toISOString(), data: { id: lead.fixture.id } };
  const items = await deliver(body, { ...sent, conditions: { equip: watch.equip } });
  return { items: items.length, rounds: watch.rounds(), cacheCalls: watch.cacheCalls };
}

describe('a delivery waits for the cache', () => {
  test('twice, around the one request that reads its record', async () => {
    api.answers(200, { data: lead.fixture });

    expect(await watchedDelivery(numbered('one'))).toEqual({
      items: 1,
      rounds: { cache: 2, api: 1 },
      cacheCalls: ['get', 'get', 'get', 'add', 'add'],
    });
  });

  test('with two calls less where it has no number', async () => {
    api.answers(200, { data: lead.fixture });

    expect(await watchedDelivery({})).toEqual({
      items: 1,
      rounds: { cache: 2, api: 1 },
      cacheCalls: ['get', 'get', 'add'],
    });
  });
});
