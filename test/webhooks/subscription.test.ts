import { describe, expect, jest, test } from '@jest/globals';
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

describe('turning a Zap on', () => {
  test('keeps the secret under whichever name it comes', async () => {
    api.answers(201, { data: { id: 'w1', signing_secret: 's', url: 'https://hooks.test/1' } });

    expect(await run('performSubscribe', { targetUrl: 'https://hooks.test/1' })).toEqual({
      id: 'w1',
      secret: 's',
    });
  });

  test('works without a secret, and the log says that deliveries cannot be verified', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    api.answers(201, { id: 'w1' });

    expect(await run('performSubscribe', { targetUrl: 'https://hooks.test/2' })).toEqual({ id: 'w1' });
    expect(String(log.mock.calls)).toContain('cannot be verified');
    log.mockRestore();
  });

  test('fails with a sentence when the API refuses it', async () => {
    api.answers(422, { error: { code: 'validation_failed', message: 'url: required' } });

    expect((await failureOf(run('performSubscribe', {}))).message).toContain(
      'CleanEstimate Pro refused the request (error 422).',
    );
  });
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
});
