import { describe, expect, test } from '@jest/globals';
import { watchNetworks } from '../../proof/network_watch.ts';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { openOffice, type Item } from '../support/office.ts';

/*
 * Zapier's cache is a call over the network: how often a write that goes well asks it.
 */

const office = openOffice();

/** Runs a step, and tells how it used the cache. */
async function cacheCalls(method: string, bundle: Item): Promise<string[]> {
  const watch = watchNetworks();
  await office.platform.run(method, bundle, { equip: watch.equip });
  // Each call waits for the one before it.
  expect(watch.rounds().cache).toBe(watch.cacheCalls.length);
  return watch.cacheCalls;
}
const create = (key: string, inputData: Item): Promise<string[]> =>
  cacheCalls(`creates.${key}.operation.perform`, { inputData });

describe('a write that goes well asks the cache', () => {
  test('twice: before it is sent, and when it is done', async () => {
    expect(await create('create_lead', leadForm)).toEqual(['add', 'set']);
  });

  test('twice with a reference, which is remembered', async () => {
    expect(await create('create_lead', { ...leadForm, unique_reference: 'calls-1' })).toEqual(['add', 'set']);
  });

  test('four times for the job of a new customer, with the client', async () => {
    const form = { ...jobForm, customer_email: 'calls@example.com' };

    expect(await create('create_job', form)).toEqual(['add', 'add', 'set', 'set']);
  });

  test('not at all in the test of the editor', async () => {
    const bundle = { inputData: leadForm, meta: { isLoadingSample: true } };

    expect(await cacheCalls('creates.create_lead.operation.perform', bundle)).toEqual([]);
  });
});
