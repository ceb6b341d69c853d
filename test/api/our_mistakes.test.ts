import { expect, test } from '@jest/globals';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { readIfThere } from '../../src/api/find_by_id.ts';
import { pageAt } from '../../src/api/page_at.ts';
import { reachable } from '../../src/api/reachable.ts';
import { job } from '../../src/records/job.ts';
import { lead } from '../../src/records/lead.ts';
import { listDestinations, removeAt, removeDestination } from '../../src/webhooks/destinations.ts';
import { unsubscribe } from '../../src/webhooks/subscription.ts';
import { lookFor } from '../../src/writes/look_for.ts';
import { updateRecord } from '../../src/writes/update_record.ts';
import { worldOf } from '../../src/writes/world_of.ts';
import { adHoc } from '../support/ad_hoc.ts';

/*
 * An error in the app itself is told as what it is. Taken for an answer of the API, it would be looked for there.
 */

const world = (z: ZObject, bundle: Bundle) =>
  worldOf(
    z,
    bundle,
    lead,
    () => ({ method: 'POST', path: ['leads'] }),
    () => Promise.resolve({ event: 'the records cannot be seen' }),
  );
const works: Record<string, (z: ZObject, bundle: Bundle) => Promise<unknown>> = {
  'a record is read': (z) => readIfThere(z, lead, 'l1'),
  'a client is read for their email': (z) => reachable(z, job, { id: 'j1', client_id: 'c1' }),
  'a page of a dropdown is read': (z) => pageAt(z, lead, 'connection', 0),
  'the record of a write is looked for': (z) => lookFor(z, lead, {}, 0, []),
  'a write is sent': (z, bundle) => world(z, bundle).send('key', {}),
  'the record of a write is read': (z, bundle) => world(z, bundle).read('l1'),
  'a record is changed': (z) => updateRecord(z, lead, 'l1', { body: {}, form: lead.schema }),
  'webhooks are listed': (z) => listDestinations(z),
  'a webhook is removed': (z) => removeDestination(z, 'w1'),
  'a webhook that is left over is removed': (z) => removeAt(z, [{ id: 'w1', url: 'u' }], ['u']),
  'a Zap is turned off': (z, bundle) => unsubscribe(z, { ...bundle, subscribeData: { id: 'w1' } }),
};

test.each(Object.entries(works))('while %s, a mistake of ours stays one', async (_while, work) => {
  const broken = { request: () => Promise.reject(new TypeError('Our mistake.')) };

  await expect(adHoc((z, bundle) => work(Object.assign({}, z, broken), bundle))).rejects.toThrow(
    'Our mistake.',
  );
});
