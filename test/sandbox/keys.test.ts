import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, jobOf, listAt, newClient, objectAt } from './client.ts';

let sandbox: Sandbox;
let clock = Date.parse('2026-03-01T00:00:20.000Z');

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => clock });
});
afterAll(() => sandbox.close());

describe('keys', () => {
  test('have the documented form', () => {
    expect(sandbox.keys.live).toMatch(/^ce_live_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}$/);
    expect(sandbox.createKey({ mode: 'test' })).toMatch(/^ce_test_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}$/);
  });

  test('given an unknown, revoked or expired key, the 401 says which', async () => {
    const revoked = sandbox.createKey();
    sandbox.revokeKey(revoked);
    const expiring = sandbox.createKey({ expiresAt: '2026-03-01T01:00:00.000Z' });
    expect((await ask(sandbox, 'GET', '/leads', { key: expiring })).status).toBe(200);
    clock += 3_600_000;
    const codes = [];
    for (const key of ['ce_live_aaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbb', revoked, expiring]) {
      const reply = await ask(sandbox, 'GET', '/leads', { key });
      codes.push([reply.status, reply.code]);
    }
    expect(codes).toEqual([
      [401, 'invalid_api_key'],
      [401, 'api_key_revoked'],
      [401, 'api_key_expired'],
    ]);
  });

  test('given a key without the scope, the 403 names the scope', async () => {
    const key = sandbox.createKey({ scopes: ['leads:*', 'jobs:read'] });
    expect((await ask(sandbox, 'POST', '/leads', { key, body: { customer_name: 'T' } })).status).toBe(201);
    expect((await ask(sandbox, 'GET', '/jobs', { key })).status).toBe(200);
    const refused = await ask(sandbox, 'POST', '/jobs', { key, body: {} });
    expect([refused.status, refused.code]).toEqual([403, 'insufficient_scope']);
    expect(objectAt(refused.body, 'error').message).toContain('jobs:write');
    expect((await ask(sandbox, 'GET', '/clients', { key })).status).toBe(403);
  });

  test('given more requests than the key may send in a minute, 429 with Retry-After', async () => {
    const key = sandbox.createKey({ perMinute: 2 });
    await ask(sandbox, 'GET', '/leads', { key });
    await ask(sandbox, 'GET', '/leads', { key });
    const refused = await ask(sandbox, 'GET', '/leads', { key });
    expect([refused.status, refused.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'rate_limited',
      '40',
    ]);
    clock += 40_000;
    expect((await ask(sandbox, 'GET', '/leads', { key })).status).toBe(200);
  });

  test('given a test key, only leads and clients can be written, and webhooks not even read', async () => {
    const key = sandbox.keys.test;
    const clientId = await newClient(sandbox, key);
    expect(clientId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await ask(sandbox, 'POST', '/jobs', { key, body: jobOf(clientId) })).code).toBe(
      'test_key_not_allowed',
    );
    const webhooks = await ask(sandbox, 'GET', '/webhooks', { key });
    expect([webhooks.status, webhooks.code]).toEqual([403, 'live_key_required']);
    expect(objectAt(webhooks.body, 'error').message).toContain('live-only');
  });

  test('given test records or those of another organization, a live key sees none of them', async () => {
    const other = sandbox.createKey({ organization: 'other' });
    for (const key of [sandbox.keys.test, other]) {
      const id = await newClient(sandbox, key);
      expect((await ask(sandbox, 'GET', `/clients/${id}`, { key })).status).toBe(200);
      const unseen = await ask(sandbox, 'GET', `/clients/${id}`);
      expect([unseen.status, unseen.code]).toEqual([404, 'not_found']);
      expect((await ask(sandbox, 'PATCH', `/clients/${id}`, { body: { notes: 'x' } })).status).toBe(404);
      const job = await ask(sandbox, 'POST', '/jobs', { body: jobOf(id) });
      expect(job.status).toBe(422);
      expect(listAt((await ask(sandbox, 'GET', '/clients')).body, 'data')).toEqual([]);
    }
  });

  test('the journal never shows a whole key', async () => {
    await ask(sandbox, 'GET', '/leads');
    expect(JSON.stringify(sandbox.journal())).not.toContain(sandbox.keys.live.slice(-24));
    expect(sandbox.journal().requests.at(-1)?.headers.authorization).toBe(
      `Bearer ${sandbox.keys.live.slice(0, 17)}…`,
    );
  });
});
