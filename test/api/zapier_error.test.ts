import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { clientForm, jobForm, leadForm } from '../../proof/office/forms.ts';
import { impatiently } from '../support/impatiently.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();

describe('an answer of the API becomes what a person can act on', () => {
  test('401: reconnect, and Zapier holds the runs', async () => {
    const key = office.sandbox.createKey();
    const platform = office.as(key);
    office.sandbox.revokeKey(key);

    const error = await failureOf(
      platform.run('creates.create_lead.operation.perform', { inputData: leadForm }),
    );

    expect(error.name).toBe('ExpiredAuthError');
    expect(error.message).toContain('This API key is revoked. Connect again');
  });

  test('403 for a scope: names it', async () => {
    const platform = office.as(office.sandbox.createKey({ scopes: ['leads:read'] }));

    const error = await failureOf(
      platform.run('creates.create_lead.operation.perform', { inputData: leadForm }),
    );

    expect(error.message).toContain('lacks the scope leads:write');
  });

  test('403 for a test key: says what test keys may', async () => {
    const client = await office.create('create_client', clientForm);
    const platform = office.as(office.sandbox.keys.test);

    const inputData = { ...jobForm, client_id: client.id };
    const error = await failureOf(platform.run('creates.create_job.operation.perform', { inputData }));

    expect(error.message).toContain('Test keys write leads and clients only');
  });

  test('409 while the first is still running: Zapier comes back by itself', async () => {
    office.sandbox.setFaults([{ kind: 'in_progress' }]);

    const error = await failureOf(office.create('create_lead', leadForm));

    expect(error.name).toBe('ThrottledError');
    expect(error.delaySeconds).toBeGreaterThanOrEqual(5);
    expect(error.delaySeconds).toBeLessThan(10);
  });

  test('409 for another body: the Unique Reference is used', async () => {
    const unique_reference = 'errors-409';
    await office.create('create_lead', { ...leadForm, unique_reference });

    const error = await failureOf(
      office.create('create_lead', { ...leadForm, city: 'Raleigh', unique_reference }),
    );

    expect(error.name).toBe('HaltedError');
    expect(error.message).toContain('Unique Reference was used before with other details');
  });

  test.each([
    ['seconds', () => '30', 30],
    ['a date', () => new Date(Date.now() + 30_000).toUTCString(), 29],
    ['nothing that can be read', () => 'later', 60],
    ['more than Zapier waits for', () => '86400', 240],
  ])(
    '429 with %s in Retry-After: Zapier comes back after that, and a little more',
    async (_what, header, seconds) => {
      office.sandbox.setFaults([{ kind: 'throttle', retryAfter: header() }]);

      const error = await failureOf(office.create('create_lead', leadForm));

      expect(error.name).toBe('ThrottledError');
      expect(error.delaySeconds).toBeGreaterThanOrEqual(seconds);
      expect(error.delaySeconds).toBeLessThanOrEqual(Math.ceil(seconds * 1.3));
      expect(office.requests()).toEqual(['POST /leads']);
    },
  );

  test('503: Zapier comes back', async () => {
    office.sandbox.setFaults([{ kind: 'status_before', status: 503 }]);

    expect((await failureOf(office.create('create_lead', leadForm))).name).toBe('ThrottledError');
  });

  test.each([
    ['500', [{ kind: 'status_before', status: 500 }]],
    ['an HTML page', [{ kind: 'html', status: 502 }]],
    ['an HTML page that says it is fine', [{ kind: 'html', status: 200 }]],
    ['an HTML page that redirects', [{ kind: 'html', status: 302 }]],
  ] as const)('%s: says that nothing is doubled by a replay', async (_what, faults) => {
    office.sandbox.setFaults([...faults]);

    const error = await failureOf(office.create('create_lead', leadForm));

    expect(error.message).toBe(
      'CleanEstimate Pro had a problem. The lead may or may not have been saved. Replaying is safe and will not save it twice. If this goes on, look for it in CleanEstimate Pro and enter it by hand when it is missing.',
    );
  });

  test.each([
    ['a connection that breaks', [{ kind: 'drop_before' }]],
    ['an answer that is cut short', [{ kind: 'half_body' }]],
  ] as const)('%s, twice: could not be reached', async (_what, faults) => {
    office.sandbox.setFaults([...faults]);

    const error = await impatiently(() => failureOf(office.create('create_lead', leadForm)));

    expect(error.message).toContain(
      'CleanEstimate Pro could not be reached. The lead may or may not have been saved',
    );
    expect(office.requests()).toHaveLength(2);
  });

  test.each(['http', 'https'])('a closed port (%s): could not be reached', async (protocol) => {
    const url = process.env.CEPRO_API_URL;
    process.env.CEPRO_API_URL = `${protocol}://127.0.0.1:9/api/v1`;
    const failed = failureOf(office.create('create_lead', leadForm));
    await failed.finally(() => (process.env.CEPRO_API_URL = url));

    expect((await failed).message).toContain('could not be reached');
  });

  test('a success in the wrong content type is read all the same', async () => {
    office.sandbox.setFaults([{ kind: 'wrong_type' }]);

    expect(await office.create('create_lead', leadForm)).toMatchObject({ customer_name: 'Taylor Morgan' });
  });
});

describe('given a request that fails once, the app tries again and nobody sees an error', () => {
  test.each([
    ['the connection breaks before', [{ kind: 'drop_before', times: 1 }]],
    ['the connection breaks after', [{ kind: 'drop_after', times: 1 }]],
    ['the answer is cut short', [{ kind: 'half_body', times: 1 }]],
    ['the API answers 500 after saving', [{ kind: 'status_after', status: 500, times: 1 }]],
    ['a gateway answers 502', [{ kind: 'html', status: 502, times: 1 }]],
  ] as const)('when %s: the step tries again with the same key and writes once', async (_what, faults) => {
    const before = office.sandbox.records('leads').length;
    office.sandbox.setFaults([...faults]);

    await impatiently(() => office.create('create_lead', leadForm));

    const keys = office.sandbox.journal().requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(office.sandbox.records('leads')).toHaveLength(before + 1);
  });

  test('a read tries again too', async () => {
    office.sandbox.setFaults([{ kind: 'drop_before', times: 1 }]);

    await office.trigger('client_list');

    expect(office.requests()).toEqual(['GET /clients', 'GET /clients']);
  });
});
