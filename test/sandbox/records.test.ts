import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { resources } from '../../sandbox/resources/all.ts';
import { startSandbox, type ResourceName, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, jobOf, listAt, newClient, paths } from './client.ts';

let sandbox: Sandbox;
let clientId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  clientId = await newClient(sandbox);
});
afterAll(() => sandbox.close());

const house = { service_slug: 'house_wash', sqft: 2400, stories: 2 };
const customer = { customer_name: 'Taylor Morgan', customer_email: 'taylor@example.com' };

describe.each<[ResourceName, () => Record<string, unknown>, Record<string, unknown>]>([
  ['leads', () => ({ ...customer, service_interest: ['house-wash'] }), { notes: 'Call back', city: null }],
  ['clients', () => ({ name: 'Taylor Morgan' }), { notes: 'Gate 4421', status: 'past' }],
  ['estimates', () => ({ ...customer, services: [house] }), { roof_type: 'metal', square_footage: 2400 }],
  ['jobs', () => jobOf(clientId), { access_notes: 'Side gate', status: 'en_route' }],
])('%s', (name, body, change) => {
  test('are created, read, listed and changed, each time as the whole record', async () => {
    const created = await ask(sandbox, 'POST', `/${name}`, { body: body() });
    expect(created.status).toBe(201);
    expect(resources[name].record.strict().safeParse(created.data).error).toBeUndefined();
    expect(created.data).toMatchObject(name === 'estimates' ? customer : body());
    const id = String(created.data.id);
    expect((await ask(sandbox, 'GET', `/${name}/${id}`)).data).toEqual(created.data);
    expect(listAt((await ask(sandbox, 'GET', `/${name}?limit=1`)).body, 'data')).toHaveLength(1);
    expect(sandbox.records(name)[0]).toEqual(created.data);
    const changed = await ask(sandbox, 'PATCH', `/${name}/${id}`, { body: change });
    expect(changed.status).toBe(200);
    expect(changed.data).toEqual({ ...created.data, ...change, updated_at: changed.data.updated_at });
    sandbox.remove(name, id);
    expect((await ask(sandbox, 'GET', `/${name}/${id}`)).code).toBe('not_found');
  });

  test('given a write without Idempotency-Key, 400; given an unknown field, 422 naming it', async () => {
    const without = await ask(sandbox, 'POST', `/${name}`, { body: body(), idempotencyKey: null });
    expect([without.status, without.code]).toEqual([400, 'idempotency_key_required']);
    const unknown = await ask(sandbox, 'POST', `/${name}`, { body: { ...body(), colour: 'red' } });
    expect([unknown.status, unknown.code, paths(unknown)]).toEqual([422, 'validation_failed', ['colour']]);
  });

  test('given a malformed or unknown id, 404', async () => {
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000009']) {
      expect((await ask(sandbox, 'GET', `/${name}/${id}`)).status).toBe(404);
      expect((await ask(sandbox, 'PATCH', `/${name}/${id}`, { body: change })).status).toBe(404);
    }
  });
});

describe('values', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['customer_email', '/leads', { ...customer, customer_email: 'taylor' }],
    ['customer_phone', '/leads', { ...customer, customer_phone: '7045550123' }],
    ['state', '/leads', { ...customer, state: 'Carolina' }],
    ['zip', '/leads', { ...customer, zip: '2820' }],
    ['customer_name', '/leads', { customer_name: '' }],
    ['service_interest.0', '/leads', { ...customer, service_interest: ['house_wash'] }],
    ['services', '/estimates', { ...customer, services: [] }],
    ['services.0.service_slug', '/estimates', { ...customer, services: [{ service_slug: 'house-wash' }] }],
    ['services.0.sqft', '/estimates', { ...customer, services: [{ ...house, sqft: 0 }] }],
    ['dirtiness_level', '/estimates', { ...customer, services: [house], dirtiness_level: 'filthy' }],
    ['client_id', '/jobs', jobOf('00000000-0000-0000-0000-000000000009')],
    [
      'scheduled_date',
      '/jobs',
      { ...jobOf('00000000-0000-0000-0000-000000000009'), scheduled_date: '2026-02-30' },
    ],
    [
      'scheduled_time_start',
      '/jobs',
      { ...jobOf('00000000-0000-0000-0000-000000000009'), scheduled_time_start: '25:00:00' },
    ],
  ])('given a bad %s, 422 names it', async (path, route, body) => {
    const reply = await ask(sandbox, 'POST', route, { body });
    expect([reply.status, paths(reply)]).toEqual([422, [path]]);
  });

  test('given a price or a service in the change of an estimate, 422 and nothing changes', async () => {
    const { data } = await ask(sandbox, 'POST', '/estimates', { body: { ...customer, services: [house] } });
    for (const body of [
      { services: [house] },
      { total: 1 },
      { status: 'approved' },
      { customer_name: null },
    ]) {
      expect((await ask(sandbox, 'PATCH', `/estimates/${String(data.id)}`, { body })).status).toBe(422);
    }
    expect((await ask(sandbox, 'GET', `/estimates/${String(data.id)}`)).data).toEqual(data);
    expect(data.total).toBe(540);
    const sent = await ask(sandbox, 'PATCH', `/estimates/${String(data.id)}`, { body: { status: 'sent' } });
    expect(sent.data.sent_at).toEqual(expect.any(String));
  });

  test('a job carries its client as the customer, unless another name is given', async () => {
    const plain = await ask(sandbox, 'POST', '/jobs', { body: jobOf(clientId) });
    expect(plain.data).toMatchObject({ customer_name: 'Taylor Morgan', customer_phone: '+17045550123' });
    const named = await ask(sandbox, 'POST', '/jobs', {
      body: { ...jobOf(clientId), customer_name: 'T. M.' },
    });
    expect(named.data).toMatchObject({ customer_name: 'T. M.', customer_email: 'taylor@example.com' });
    const mailed = await ask(sandbox, 'POST', '/jobs', {
      body: { ...jobOf(clientId), customer_email: 'a@b.co' },
    });
    expect(paths(mailed)).toEqual(['customer_email']);
  });

  test('given a body that is no JSON or broke off, 400 invalid_json', async () => {
    for (const body of ['customer_name=T', '{"customer_name": "T']) {
      const reply = await ask(sandbox, 'POST', '/leads', { body });
      expect([reply.status, reply.code]).toEqual([400, 'invalid_json']);
    }
  });
});

describe('routes', () => {
  test('invoices cannot be written, unknown routes do not exist, wrong methods are refused', async () => {
    const statuses = [];
    for (const [method, path] of [
      ['POST', '/invoices'],
      ['PATCH', '/invoices/x'],
      ['DELETE', '/leads/x'],
      ['GET', '/quotes'],
      ['GET', '/invoices'],
    ] as const) {
      statuses.push((await ask(sandbox, method, path)).status);
    }
    expect(statuses).toEqual([405, 405, 405, 404, 200]);
  });

  test('the contract is served without a key', async () => {
    const response = await fetch(`${sandbox.url}/openapi.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toHaveProperty('openapi', '3.1.0');
  });
});
