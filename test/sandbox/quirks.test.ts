import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask } from './client.ts';
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
