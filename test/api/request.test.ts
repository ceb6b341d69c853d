import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const platform = createPlatform(App, { api_key: someKey });
const createLead = (): Promise<unknown> =>
  platform.run('creates.create_lead.operation.perform', { inputData: { customer_name: 'Taylor Morgan' } });
const leadsInStatus = (): Promise<unknown> =>
  platform.run('triggers.lead_in_status.operation.perform', { inputData: { status: 'lost' } });
const api = scriptedApi();
const trouble = { error: { code: 'internal', message: 'Something broke' } };

describe('given an answer with Retry-After', () => {
  test('the app does not try again by itself before that time', async () => {
    api.answers(500, trouble, { 'retry-after': '30' });

    await failureOf(createLead());

    expect(api.asked).toEqual(['POST /leads']);
  });

  test('the delay is randomized, so that steps that wait are not all replayed at the same moment', async () => {
    api.answers(429, '', { 'retry-after': '200' });

    const delays = new Set<number | undefined>();
    for (let step = 1; step <= 12; step += 1) delays.add((await failureOf(leadsInStatus())).delaySeconds);

    expect(delays.size).toBeGreaterThan(1);
  });
});

describe('an API that refuses to sort by the last change', () => {
  test('is asked for the leads in the status all the same, since that filter is documented', async () => {
    const lost = { id: 'l1', status: 'lost', customer_name: 'Taylor Morgan' };
    api.answersBy(({ query }) => {
      if (query.sort === 'updated_at') return { status: 422, body: trouble };
      const data = query.status === 'lost' ? [lost] : [];
      return { status: 200, body: { data, meta: { has_more: false } } };
    });

    expect(await leadsInStatus()).toMatchObject([{ id: 'l1' }]);
    expect(api.asked).toHaveLength(3);
  });
});
