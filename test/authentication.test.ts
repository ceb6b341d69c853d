import { describe, expect, test } from '@jest/globals';
import App from '../index.ts';
import { createPlatform } from '../workbench/platform.ts';
import { openOffice } from './support/office.ts';
import { failureOf } from './support/failure.ts';
import { scriptedApi } from './support/scripted_api.ts';

const office = openOffice();
const connect = (key: string): Promise<unknown> => office.as(key).run('authentication.test');

describe('connecting', () => {
  test('with a live key gives a label of its public part, at the cost of one request', async () => {
    const key = office.sandbox.keys.live;

    const prefix = String(key.split('_')[2]);

    expect(await connect(key)).toEqual({ label: `Live key ${prefix}`, mode: 'Live', prefix });
    expect(office.requests()).toEqual(['GET /leads']);
  });

  test('with a test key says so in the label', async () => {
    expect(await connect(office.sandbox.keys.test)).toMatchObject({ mode: 'Test' });
  });

  test.each([
    ['Main Street Washing', 'Main Street Washing (live)'],
    ['  Main\nStreet  ', 'Main Street (live)'],
    ['   ', /^Live key \w{8}$/],
    ['x'.repeat(100), `${'x'.repeat(60)} (live)`],
  ])('with the Account Name "%s" is called %s', async (account_name, label) => {
    const platform = createPlatform(App, { api_key: office.sandbox.keys.live, account_name });

    expect(await platform.run('authentication.test')).toMatchObject({
      label: typeof label === 'string' ? label : expect.stringMatching(label),
    });
  });

  test('shows no key that was pasted into the Account Name', async () => {
    const { live } = office.sandbox.keys;
    const platform = createPlatform(App, { api_key: live, account_name: live });

    expect(await platform.run('authentication.test')).toMatchObject({ label: 'the API key (live)' });
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

  test.each([
    '',
    'hello',
    'ce_live_',
    'ce_demo_12345678_1234',
    'ce_live_two words',
    'sk_live_12345678_123456789012345678901234',
  ])('when "%s" is no key, without asking the API', async (key) => {
    const error = await failureOf(connect(key));

    expect(error.message).toContain('does not look like a CleanEstimate Pro API key');
    expect(office.requests()).toEqual([]);
  });

  test.each(['ce_live_unknown1_123456789012345678901234', 'ce_test_short', 'ce_live_ab-cd_ef_gh-ij'])(
    'when the API does not know "%s", which only the API can tell',
    async (key) => {
      const error = await failureOf(connect(key));

      expect(error.message).toContain('does not accept this API key');
      expect(office.requests()).toEqual(['GET /leads']);
    },
  );

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

describe('nothing but a list is a connection', () => {
  const api = scriptedApi();
  const key = 'ce_live_1a2b3c4d_with-a_sign-and_another';
  const answered = async (status: number, body: unknown): Promise<string> => {
    api.answers(status, body);
    return (await failureOf(createPlatform(App, { api_key: key }).run('authentication.test'))).message;
  };

  test.each([
    [{ data: [] }, '1a2b3c4d'],
    [[], '1a2b3c4d'],
    [{ leads: [{ id: 7 }], warnings: [] }, '1a2b3c4d'],
  ])('%j is one', async (body, prefix) => {
    api.answers(200, body);
    const connection = createPlatform(App, { api_key: key }).run('authentication.test');
    expect(await connection).toMatchObject({ mode: 'Live', prefix });
  });

  test('a key of another form is told apart by a mark that tells nothing of it', async () => {
    api.answers(200, { data: [] });
    const marks = [];
    for (const api_key of ['ce_test_sec-ret_one', 'ce_test_sec-ret_two']) {
      marks.push(await createPlatform(App, { api_key }).run('authentication.test'));
    }
    expect(marks).toMatchObject(
      Array(2).fill({ mode: 'Test', prefix: expect.stringMatching(/^[\da-f]{8}$/) }),
    );
    expect(marks[0]).not.toEqual(marks[1]);
  });

  test.each([
    [200, { error: 'Maintenance' }, 'answered "Maintenance" where a list of leads belongs'],
    [200, { data: null, errors: ['Try again'] }, 'answered "Try again" where a list of leads belongs'],
    [200, {}, 'answered with nothing that can be read where'],
    [200, 'null', 'answered with nothing that can be read where'],
    [200, { success: false }, 'answered with nothing that can be read where'],
    [200, 'Log in', 'answered with nothing that can be read where'],
    [200, '<html>Log in</html>', 'answered with nothing that can be read where'],
    [204, '', 'answered with nothing that can be read where'],
    [200, { hello: 'there', version: 1 }, 'answered with "hello, version" only where'],
    [200, { data: ['a', 'b'] }, 'answered with "data" only where'],
    [200, [1, 2], 'answered with something else where'],
  ])('%i %j is none', async (status, body, words) => {
    expect(await answered(status, body)).toContain(words);
    expect(new Set(api.asked)).toEqual(new Set(['GET /leads']));
  });

  test.each([
    [
      { error: { code: 'account_suspended', message: 'This account is suspended' } },
      'It said "This account is suspended"',
    ],
    [
      { error: { code: 'forbidden', message: 'Your IP address has no permission' } },
      'It said "Your IP address has no permission"',
    ],
    [{ error: { code: 'forbidden' } }, 'It said "forbidden"'],
    [
      '<html>Blocked by a firewall</html>',
      'It gave no reason: a firewall or a rule about addresses may be in the way',
    ],
  ])('a 403 that is not about scopes is told after one request: %j', async (body, words) => {
    const message = await answered(403, body);

    expect(message).toContain('whatever the scopes of the key');
    expect(message).toContain(words);
    expect(api.asked).toEqual(['GET /leads']);
  });

  test.each([
    { error: { code: 'insufficient_scope', message: 'No.' } },
    { error: { code: 'forbidden', message: 'The key needs leads:read' } },
    { error: { code: 'permission_denied', message: 'The key has no permission to read this' } },
  ])('a 403 that names scopes lets the next kind be tried: %j', async (body) => {
    expect(await answered(403, body)).toContain('none of its scopes lets Zapier read records');
    expect(api.asked).toHaveLength(5);
  });

  test('a plan without the API is told at once', async () => {
    const message = await answered(403, { error: { code: 'plan_required', message: 'Upgrade' } });

    expect(message).toContain('part of the Professional and Enterprise plans');
    expect(api.asked).toHaveLength(1);
  });
});
