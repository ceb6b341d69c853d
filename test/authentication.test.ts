import { describe, expect, test } from '@jest/globals';
import App from '../index.ts';
import { createPlatform } from '../workbench/platform.ts';
import { openOffice } from './support/office.ts';
import { failureOf } from './support/failure.ts';

const office = openOffice();
const connect = (key: string): Promise<unknown> => office.as(key).run('authentication.test');

describe('connecting', () => {
  test('with a live key gives a label of its public part, at the cost of one request', async () => {
    const key = office.sandbox.keys.live;

    expect(await connect(key)).toEqual({ mode: 'Live', prefix: key.split('_')[2] });
    expect(office.requests()).toEqual(['GET /leads']);
  });

  test('with a test key says so in the label', async () => {
    expect(await connect(office.sandbox.keys.test)).toMatchObject({ mode: 'Test' });
  });

  test('takes a key that was pasted with white space around it', async () => {
    expect(await connect(` ${office.sandbox.keys.live}\n`)).toMatchObject({ mode: 'Live' });
  });

  test('takes a key that may only work with jobs', async () => {
    const key = office.sandbox.createKey({ scopes: ['jobs:*'] });

    expect(await connect(key)).toMatchObject({ mode: 'Live' });
    expect(office.requests()).toEqual(['GET /leads', 'GET /clients', 'GET /estimates', 'GET /jobs']);
  });
});

describe('connecting fails with a sentence', () => {
  test('when there is no key at all', async () => {
    const error = await failureOf(createPlatform(App, {}).run('authentication.test'));

    expect(error.message).toContain('does not look like a CleanEstimate Pro API key');
  });

  test.each(['', 'hello', 'ce_live_short_key', 'sk_live_12345678_123456789012345678901234'])(
    'when "%s" is no key, without asking the API',
    async (key) => {
      const error = await failureOf(connect(key));

      expect(error.message).toContain('does not look like a CleanEstimate Pro API key');
      expect(office.requests()).toEqual([]);
    },
  );

  test('when the API does not know the key', async () => {
    const error = await failureOf(connect('ce_live_unknown1_123456789012345678901234'));

    expect(error.message).toContain('does not accept this API key');
  });

  test('when the key is revoked', async () => {
    const key = office.sandbox.createKey();
    office.sandbox.revokeKey(key);

    expect((await failureOf(connect(key))).message).toContain('This API key is revoked.');
  });

  test('when the key is expired', async () => {
    const key = office.sandbox.createKey({ expiresAt: '2020-01-01T00:00:00.000Z' });

    expect((await failureOf(connect(key))).message).toContain('This API key is expired.');
  });

  test('when the key may read nothing', async () => {
    const key = office.sandbox.createKey({ scopes: ['leads:write'] });

    expect((await failureOf(connect(key))).message).toContain('such as leads:read');
  });

  test('given a 429, with the time to try again in it, since Zapier does not repeat the connection test', async () => {
    office.sandbox.setFaults([{ kind: 'throttle', retryAfter: '7' }]);

    const error = await failureOf(connect(office.sandbox.keys.live));

    expect(error.name).toBe('AppError');
    expect(error.message).toContain('Try again in 7 seconds.');
  });
});
