import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Quirks, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, listAt } from './client.ts';
import { startReceiver } from './receiver.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ quirks: { bareAnswers: true } });
  sandbox.seed('clients', 4, (index) => ({ status: index === 0 ? 'past' : 'active' }));
});
afterAll(() => sandbox.close());

test('bareAnswers: records and lists come without data around them', async () => {
  const list = await ask(sandbox, 'GET', '/clients');
  expect(list.body).toEqual(sandbox.records('clients'));
  const one = await ask(sandbox, 'POST', '/leads', { body: { customer_name: 'T' } });
  expect(one.body).toEqual(sandbox.records('leads')[0]);
  expect((await ask(sandbox, 'GET', '/webhooks')).body).toEqual([]);
});

test.each([404, 405] as const)('noReadById %i: one record cannot be read, but changed', async (status) => {
  sandbox.setQuirks({ noReadById: status });
  const id = String(sandbox.records('clients')[0]?.id);
  expect((await ask(sandbox, 'GET', `/clients/${id}`)).status).toBe(status);
  expect((await ask(sandbox, 'PATCH', `/clients/${id}`, { body: { notes: 'x' } })).status).toBe(200);
});

test('noWebhookDelete: a destination cannot be removed', async () => {
  sandbox.setQuirks({ noWebhookDelete: true });
  const body = { name: 'Ops', url: 'https://example.com/hook', events: ['lead.created'] };
  const { data } = await ask(sandbox, 'POST', '/webhooks', { body });
  const path = `/webhooks/${String(data.id)}`;
  expect((await ask(sandbox, 'DELETE', path)).status).toBe(405);
  sandbox.setQuirks({});
  expect((await ask(sandbox, 'DELETE', path)).status).toBe(204);
});

test('refuseUnknownFilters: a status filter that no page documents is refused', async () => {
  sandbox.setQuirks({ refuseUnknownFilters: true });
  const statuses = [];
  for (const name of ['clients', 'estimates', 'jobs', 'leads', 'invoices']) {
    statuses.push((await ask(sandbox, 'GET', `/${name}?status=sent`)).status);
  }
  expect(statuses).toEqual([400, 400, 400, 200, 200]);
  expect((await ask(sandbox, 'GET', '/clients')).status).toBe(200);
});

test('ignoreStatusFilter: the filter changes nothing', async () => {
  sandbox.setQuirks({});
  expect((await ask(sandbox, 'GET', '/clients?status=past')).body).toHaveProperty('data.length', 1);
  sandbox.setQuirks({ ignoreStatusFilter: true });
  expect((await ask(sandbox, 'GET', '/clients?status=past')).body).toHaveProperty('data.length', 4);
});

test('wholeRecordDeliveries: the data of a delivery is the record', async () => {
  sandbox.setQuirks({ wholeRecordDeliveries: true });
  const receiver = await startReceiver();
  const body = { name: 'Ops', url: receiver.url, events: ['lead.created'] };
  await ask(sandbox, 'POST', '/webhooks', { body });
  const { data } = await ask(sandbox, 'POST', '/leads', { body: { customer_name: 'T' } });
  await sandbox.idle();
  const delivered: unknown = JSON.parse(receiver.received[0]?.body ?? '');
  expect(delivered).toHaveProperty('data', data);
  await receiver.close();
});

test('inProgressSpelling: a write whose key is still in use is told so in another way', async () => {
  sandbox.setQuirks({ inProgressSpelling: 'problem' });
  sandbox.setFaults([{ kind: 'late_save', delayMs: 60_000, times: 1 }]);
  const given = { idempotencyKey: 'running', body: { customer_name: 'T' } };
  await ask(sandbox, 'POST', '/leads', given);
  const second = await ask(sandbox, 'POST', '/leads', given);
  expect([second.status, second.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
  expect(second.body).toMatchObject({ code: 'idempotency_in_progress', title: 'Conflict' });
});

test('clockBehindMs: records are dated earlier than our clock says', async () => {
  sandbox.setQuirks({ clockBehindMs: 10_000 });
  const { data } = await ask(sandbox, 'POST', '/leads', { body: { customer_name: 'T' } });
  const behindMs = Date.now() - Date.parse(String(data.created_at));
  expect(behindMs).toBeGreaterThan(9_999);
  expect(behindMs).toBeLessThan(20_000);
});

describe('lists that differ from the records', () => {
  let now = Date.parse('2026-03-20T10:00:30Z');
  let differing: Sandbox;
  let client: Record<string, unknown>;
  beforeAll(async () => {
    differing = await startSandbox({ now: () => now });
    differing.seed('clients', 1);
    [client = {}] = differing.records('clients');
    const job = {
      client_id: client.id,
      service_type: 'house_wash',
      scheduled_date: '2026-04-01',
      scheduled_time_start: '09:00:00',
      notes: 'Side gate',
    };
    await ask(differing, 'POST', '/jobs', { body: job });
  });
  afterAll(() => differing.close());

  const listed = async (quirks: Quirks, path = '/jobs'): Promise<Record<string, unknown>> => {
    differing.setQuirks(quirks);
    const [record = {}] = listAt((await ask(differing, 'GET', path)).body, 'data');
    return record;
  };

  test('listLagMs: a new record is missing for a while', async () => {
    expect(await listed({ listLagMs: 2_000 })).toEqual({});
    now += 2_000;
    expect(await listed({ listLagMs: 2_000 })).toEqual(differing.records('jobs')[0]);
  });

  test.each<[Quirks, Record<string, unknown>]>([
    [{ listsWithoutNotes: true }, { notes: undefined }],
    [{ listsWithShortTimes: true }, { scheduled_time_start: '09:00' }],
    [{ listsWithIsoDates: true }, { scheduled_date: '2026-04-01T00:00:00.000Z' }],
    [{ listsWithLabels: true }, { service_type: 'House Wash' }],
    [{ listsWithoutSeconds: true }, { created_at: '2026-03-20T10:00Z' }],
  ])('%j: nothing else is changed', async (quirks, change) => {
    const job = differing.records('jobs')[0];
    expect(await listed(quirks)).toEqual({ ...job, ...change });
    expect((await ask(differing, 'GET', `/jobs/${String(job?.id)}`)).data).toEqual(job);
  });

  test('listsWithNestedClient: who it is for stands in an object of its own', async () => {
    const { client_id: id, customer_name: name, customer_email, customer_phone, ...rest } = await listed({});
    expect(await listed({ listsWithNestedClient: true })).toEqual({
      ...rest,
      client: { id, name, email: customer_email, phone: customer_phone },
    });
    expect(await listed({ listsWithNestedClient: true }, '/clients')).toEqual(client);
  });

  test('several together: each does its part, also in lists within a record', async () => {
    differing.seed('leads', 1, () => ({ service_interest: ['house-wash', 'Dog Wash'] }));
    const lead = await listed({ listsWithLabels: true, listsWithoutNotes: true }, '/leads');
    expect(lead).toMatchObject({ service_interest: ['House Wash', 'Dog Wash'] });
    expect(lead).not.toHaveProperty('notes');
  });
});
