import { expect, test } from '@jest/globals';
import { jobForm } from '../../proof/office/forms.ts';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { hash } from '../../src/lib/hash.ts';
import { inOrder } from '../../src/lib/in_order.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * A cold process reads some fields of a form later than a warm one. A replay still has to be the same write.
 */

const api = scriptedApi();

test('the order of keys makes no other value, at any depth; the order of a list does', () => {
  const [one, other] = [
    { a: 1, b: { c: [{ d: 1, e: 2 }] } },
    { b: { c: [{ e: 2, d: 1 }] }, a: 1 },
  ];

  expect(hash(one)).toBe(hash(other));
  expect(hash([1, 2])).not.toBe(hash([2, 1]));
  expect(JSON.stringify(inOrder(other))).toBe(JSON.stringify(inOrder(one)));
});

test('what is sent has its fields in alphabetical order, whichever was read first', async () => {
  api.answersBy(({ method }) => ({ status: 201, body: { data: method === 'POST' ? { id: 'job 1' } : [] } }));
  const platform = createPlatform(App, { api_key: someKey });

  const inputData = { ...jobForm, client_id: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753' };
  await platform.run('creates.create_job.operation.perform', { inputData });

  const [body] = api.bodies;
  const keys = isObject(body) ? Object.keys(body) : [];
  expect(keys).toEqual(keys.toSorted());
  expect(keys).toContain('scheduled_date');
});
