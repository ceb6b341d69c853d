import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * Subscribing and unsubscribing when the API's answers differ from what is assumed.
 */

const platform = createPlatform(App, { api_key: someKey });
const run = (method: string, bundle: Record<string, unknown>): Promise<unknown> =>
  platform.run(`triggers.new_lead.operation.${method}`, bundle);
const api = scriptedApi();
let hooks = 0;
const hook = (): string => {
  hooks += 1;
  return `https://hooks.test/${hooks}`;
};

describe('turning a Zap on finds the secret', () => {
  test.each([
    ['under another name', { data: { id: 'w1', signing_secret: 's' } }],
    ['beside the webhook', { data: { id: 'w1' }, secret: 's' }],
    ['in the meta', { data: { id: 'w1' }, meta: { signing_key: 's' } }],
    ['one deeper', { data: { id: 'w1', signing: { secret_key: 's' } } }],
    [
      'of several the first that is meant',
      { webhook: { id: 'w1', client_secret: 'no', secret_key: 'no', secret: 's' } },
    ],
    ['where the answer is a list', { data: [{ id: 'w1', webhook_secret: 's' }] }],
    ['behind a masked one', { data: { id: 'w1', secret: 'whsec_****' }, signing_secret: 's' }],
    ['of a webhook with a number for its id', { id: 1, secret: 's' }],
  ])('%s', async (_where, body) => {
    api.answersBy(({ method }) => ({ status: method === 'POST' ? 201 : 403, body }));

    expect(await run('performSubscribe', { targetUrl: hook() })).toEqual({
      id: expect.stringMatching(/^w?1$/),
      secret: 's',
    });
  });
});

describe('turning a Zap on without a secret', () => {
  test.each([
    ['none', { data: { id: 'w1' } }],
    ['a masked one', { data: { id: 'w1', secret: 'whsec_••••' } }],
    ["another app's", { data: { id: 'w1', client_secret: 's' } }],
  ])('when the API gives %s, removes the webhook and says what to tell the support', async (_what, body) => {
    api.answersBy(({ method }) => ({ status: method === 'POST' ? 201 : 403, body }));

    const { message } = await failureOf(run('performSubscribe', { targetUrl: hook() }));

    expect(message).toContain('Tell the support of CleanEstimate Pro that POST /webhooks gives no secret.');
    expect(api.asked).toContain('DELETE /webhooks/w1');
  });

  test('when the API answers without a body, finds what was registered and removes it', async () => {
    const targetUrl = hook();
    api.answersBy(({ method }) =>
      method === 'POST' ? { status: 201 } : { status: 200, body: { data: [{ id: 'w7', url: targetUrl }] } },
    );

    const { message } = await failureOf(run('performSubscribe', { targetUrl }));

    expect(message).toContain('gives no secret');
    expect(api.asked).toContain('DELETE /webhooks/w7');
  });
});

describe('turning a Zap on where the webhooks cannot be listed', () => {
  const lists: [string, { status: number; body?: unknown }][] = [
    ['that is refused', { status: 403 }],
    ['with a webhook that cannot be read', { status: 200, body: { data: [{ name: 'No id' }] } }],
  ];

  test.each(lists)('by a list %s, it is turned on', async (_how, list) => {
    api.answersBy(({ method }) =>
      method === 'POST' ? { status: 201, body: { data: { id: 'w1', secret: 's' } } } : list,
    );

    expect(await run('performSubscribe', { targetUrl: hook() })).toEqual({ id: 'w1', secret: 's' });
    expect(api.asked).toEqual(['POST /webhooks', 'GET /webhooks']);
  });

  test.each(lists)(
    'by a list %s, and the answer has no body, it says that nobody knows',
    async (_how, list) => {
      api.answersBy(({ method }) => (method === 'POST' ? { status: 201 } : list));

      expect((await failureOf(run('performSubscribe', { targetUrl: hook() }))).message).toContain(
        'CleanEstimate Pro saved this webhook, but did not show it',
      );
    },
  );
});

describe("turning a Zap on tells the API's own reason", () => {
  test.each([
    [422, 'url: required', 'CleanEstimate Pro did not accept this webhook. Url: required.'],
    [403, 'Too many webhook destinations (max 10)', 'Too many webhook destinations (max 10)'],
    [409, 'This address is taken', 'This address is taken'],
  ])('%d', async (status, message, sentence) => {
    api.answers(status, { error: { code: 'no', message } });

    expect((await failureOf(run('performSubscribe', { targetUrl: hook() }))).message).toContain(sentence);
  });
});

test('turning a Zap on for an address that Zapier does not tell leaves it to the API to refuse', async () => {
  api.answers(422, { error: { code: 'no', message: 'url: required' } });

  expect((await failureOf(run('performSubscribe', {}))).message).toContain('Url: required.');
  expect(api.bodies).toMatchObject([{ url: '' }]);
});

describe('turning a Zap off', () => {
  test.each([404, 410])('is done when the webhook is gone already (%d)', async (status) => {
    api.answers(status);

    expect(await run('performUnsubscribe', { subscribeData: { id: 'w1' } })).toEqual({ id: 'w1' });
  });

  test('succeeds when no webhook was registered', async () => {
    expect(await run('performUnsubscribe', {})).toEqual({ id: '' });
  });

  test('says so when the API has trouble, since the webhook is still there', async () => {
    api.answers(500);

    const error = await failureOf(run('performUnsubscribe', { subscribeData: { id: 'w1' } }));

    expect(error.message).toContain('CleanEstimate Pro had a problem.');
  });

  test.each([
    [200, 'OK'],
    [202, ''],
    [200, ''],
    [204, ''],
  ])('is done with %d "%s"', async (status, body) => {
    api.answers(status, body);

    expect(await run('performUnsubscribe', { subscribeData: { id: 'w1' } })).toEqual({ id: 'w1' });
    expect(api.asked).toEqual(['DELETE /webhooks/w1']);
  });

  test('removes a webhook with a number for its id', async () => {
    api.answers(204);

    expect(await run('performUnsubscribe', { subscribeData: { id: 12 } })).toEqual({ id: '12' });
    expect(api.asked).toEqual(['DELETE /webhooks/12']);
  });
});
