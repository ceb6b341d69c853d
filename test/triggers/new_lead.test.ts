import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sign } from '../../src/webhooks/signature.ts';
import { startHookServer, type HookServer, type RawRequest } from '../../workbench/hook_server.ts';
import { failureOf } from '../support/failure.ts';
import { leadForm } from '../../proof/office/forms.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
let hooks: HookServer;
beforeAll(async () => {
  hooks = await startHookServer();
});
afterAll(() => hooks.close());

/** Turns New Lead on; `arrived` collects its deliveries. */
async function listening(): Promise<{ subscribeData: Item; arrived: RawRequest[]; bundle: Item }> {
  const arrived: RawRequest[] = [];
  const targetUrl = hooks.listen((request) => {
    arrived.push(request);
    return Promise.resolve();
  });
  const subscribeData = await office.subscribe('new_lead', { targetUrl });
  return { subscribeData, arrived, bundle: { subscribeData, targetUrl } };
}

/** Creates a lead; returns it with the delivery that the sandbox signed and sent for it. */
async function delivered(
  form: Item = leadForm,
): Promise<{ lead: Item; subscribeData: Item; rawRequest: RawRequest }> {
  const { subscribeData, arrived, bundle } = await listening();
  const lead = await office.create('create_lead', form);
  await office.sandbox.idle();
  await office.trigger('new_lead', bundle, 'performUnsubscribe').catch(() => undefined);
  office.sandbox.clearJournal();
  const [rawRequest] = arrived;
  if (rawRequest === undefined) throw new Error('Nothing was delivered.');
  return { lead, subscribeData, rawRequest };
}

describe('New Lead', () => {
  test('registers a webhook for its event when the Zap is turned on, and removes it when off', async () => {
    const { subscribeData, bundle } = await listening();

    expect(subscribeData).toMatchObject({ id: expect.any(String), secret: expect.any(String) });
    expect(office.sandbox.journal().requests[0]?.body).toEqual({
      name: 'Zapier: New Lead',
      url: bundle.targetUrl,
      events: ['lead.created'],
    });
    await office.platform.run('triggers.new_lead.operation.performUnsubscribe', bundle);
    await office.platform.run('triggers.new_lead.operation.performUnsubscribe', bundle);
    const { requests } = office.sandbox.journal();
    expect(requests.map(({ method, status }) => [method, status])).toEqual([
      ['POST', 201],
      ['GET', 200],
      ['DELETE', 204],
      ['DELETE', 404],
    ]);
  });

  test('makes the whole lead of a delivery that only names it, in one request', async () => {
    const { lead, subscribeData, rawRequest } = await delivered();

    expect(rawRequest.content).toMatch(/"data":\{"lead_id":"[\w-]+","status":"new"\}/);
    expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toEqual([lead]);
    expect(office.requests()).toEqual([`GET /leads/${String(lead.id)}`]);
  });

  test('takes a delivery that is the record already, without a request', async () => {
    office.sandbox.setQuirks({ wholeRecordDeliveries: true });
    const { lead, subscribeData, rawRequest } = await delivered();

    expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toEqual([lead]);
    expect(office.requests()).toEqual([]);
  });

  test('fires once for a delivery that CleanEstimate Pro repeats', async () => {
    const { subscribeData, rawRequest } = await delivered();

    expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toHaveLength(1);
    expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toHaveLength(0);
  });

  test.each([404, 405] as const)(
    'takes the whole lead from the list when reading answers %d',
    async (noReadById) => {
      const { lead, subscribeData, rawRequest } = await delivered();
      office.sandbox.setQuirks({ noReadById });

      expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toEqual([lead]);
      expect(office.requests().at(-1)).toBe('GET /leads');
    },
  );

  test('waits once when the API has trouble, then fires with what the delivery had', async () => {
    const { lead, subscribeData, rawRequest } = await delivered();
    office.sandbox.setFaults([{ kind: 'status_before', status: 500 }]);

    const error = await failureOf(office.trigger('new_lead', { subscribeData, rawRequest }));
    expect(error.name).toBe('ThrottledError');
    expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toMatchObject([{ id: lead.id }]);
  });
});

describe('the filters of New Lead', () => {
  test.each([
    ['the source in any case', { source: 'WEBSITE' }, 1],
    ['another source', { source: 'Facebook' }, 0],
    ['the service by its label', { service_interest: 'House Wash' }, 1],
    ['another service', { service_interest: 'roof-wash' }, 0],
    ['both', { source: 'Website', service_interest: 'house-wash' }, 1],
    ['nothing', { source: '', service_interest: null }, 1],
  ])('given %s', async (_what, inputData, runs) => {
    const { subscribeData, rawRequest } = await delivered();

    expect(await office.trigger('new_lead', { subscribeData, rawRequest, inputData })).toHaveLength(runs);
  });

  test('let a lead pass that lacks the field', async () => {
    const { subscribeData, rawRequest } = await delivered({ customer_name: 'Taylor Morgan' });

    const inputData = { service_interest: 'roof-wash' };
    expect(await office.trigger('new_lead', { subscribeData, rawRequest, inputData })).toHaveLength(1);
  });
});

describe('a delivery that CleanEstimate Pro did not sign', () => {
  const body = JSON.stringify({
    event: 'lead.created',
    timestamp: '2026-03-02T14:05:00Z',
    data: { lead_id: 'x' },
  });
  const subscribeData = { id: 'w', secret: 'whsec_right' };
  const request = (content: string, signature?: string): RawRequest => ({
    method: 'POST',
    querystring: '',
    headers: signature === undefined ? {} : { 'Http-X-Webhook-Signature': signature },
    content,
  });

  test.each([
    ['has no signature', request(body)],
    ['has a signature of another secret', request(body, sign('whsec_wrong', body))],
    ['has a signature of another body', request(body, sign('whsec_right', `${body} `))],
    ['has half a signature', request(body, sign('whsec_right', body).slice(0, 32))],
    ['was cut short', request(body.slice(0, 40), sign('whsec_right', body))],
  ])('is refused when it %s', async (_what, rawRequest) => {
    const error = await failureOf(office.trigger('new_lead', { subscribeData, rawRequest }));

    expect(error.name).toBe('HaltedError');
    expect(error.message).toContain('did not sign it');
    expect(office.requests()).toEqual([]);
  });

  test.each([
    ['another event', JSON.stringify({ event: 'job.completed', data: { job_id: 'x', status: 'complete' } })],
    ['no record', JSON.stringify({ event: 'lead.created', data: { status: 'new' } })],
    ['no data', JSON.stringify({ event: 'lead.created' })],
    ['no JSON', 'hello'],
  ])('is signed but uses no task when it is about %s', async (_what, content) => {
    const rawRequest = request(content, sign('whsec_right', content));

    expect(await office.trigger('new_lead', { subscribeData, rawRequest })).toEqual([]);
    expect(office.requests()).toEqual([]);
  });

  test('is read in the spelling of other hosts too: headers in lower case', async () => {
    const { lead, subscribeData: real, rawRequest } = await delivered();
    const headers = Object.fromEntries(
      Object.entries(rawRequest.headers).map(([name, value]) => [
        name.toLowerCase().replace('http-', ''),
        value,
      ]),
    );

    expect(
      await office.trigger('new_lead', { subscribeData: real, rawRequest: { ...rawRequest, headers } }),
    ).toEqual([lead]);
  });
});

describe('samples for New Lead', () => {
  test('are the newest leads, shaped like deliveries', async () => {
    const lead = await office.create('create_lead', leadForm);
    office.sandbox.clearJournal();

    const list = await office.trigger('new_lead', {}, 'performList');

    expect(list[0]).toEqual(lead);
    expect(office.requests()).toEqual(['GET /leads']);
  });

  test('are those that pass the filters, or all when none does', async () => {
    const facebook = await office.create('create_lead', { ...leadForm, source: 'Facebook' });
    await office.create('create_lead', leadForm);

    expect(await office.trigger('new_lead', { inputData: { source: 'facebook' } }, 'performList')).toEqual([
      facebook,
    ]);
    const all = await office.trigger('new_lead', { inputData: { source: 'Nowhere' } }, 'performList');
    expect(all.length).toBeGreaterThan(1);
  });
});

describe('turning New Lead on', () => {
  test('with a test key says that it needs a live one', async () => {
    const run = office.as(office.sandbox.keys.test).run('triggers.new_lead.operation.performSubscribe', {
      inputData: {},
      targetUrl: 'https://hooks.zapier.com/x',
    });

    expect((await failureOf(run)).message).toContain('Instant triggers need a live API key');
  });

  test('with a key that lacks the scope fails, and names the scope', async () => {
    const key = office.sandbox.createKey({ scopes: ['leads:*'] });
    const run = office.as(key).run('triggers.new_lead.operation.performSubscribe', {
      inputData: {},
      targetUrl: 'https://hooks.zapier.com/x',
    });

    expect((await failureOf(run)).message).toContain('lacks the scope webhooks:write');
  });

  test('where webhooks cannot be removed still turns off', async () => {
    const { bundle } = await listening();
    office.sandbox.setQuirks({ noWebhookDelete: true });

    const result = await office.platform.run('triggers.new_lead.operation.performUnsubscribe', bundle);
    expect(result).toEqual({ id: expect.any(String) });
  });
});
