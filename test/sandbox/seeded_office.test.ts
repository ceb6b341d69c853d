import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { seedOffice } from '../../sandbox/seeded_office.ts';
import { resourceNames } from '../../sandbox/vocabulary.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  seedOffice(sandbox);
});
afterAll(() => sandbox.close());

test('a seeded office has records of every kind, of people with names of their own', () => {
  for (const name of resourceNames) expect(sandbox.records(name).length).toBeGreaterThan(5);
  const names = sandbox.records('leads').map((lead) => lead.customer_name);

  expect(new Set(names).size).toBe(names.length);
});

test('its records fit together: what was sent has a time, what is paid owes nothing, jobs have clients', () => {
  const clients = new Set(sandbox.records('clients').map(({ id }) => id));
  const isDraft = (record: { status?: unknown }): boolean => record.status === 'draft';

  for (const estimate of sandbox.records('estimates'))
    expect(estimate.sent_at === null).toBe(isDraft(estimate));
  for (const invoice of sandbox.records('invoices'))
    expect(invoice.balance_due).toBe(invoice.status === 'paid' ? 0 : invoice.total);
  for (const job of sandbox.records('jobs')) expect(clients).toContain(job.client_id);
});

test('nothing of it was delivered to anyone', () => {
  expect(sandbox.journal().deliveries).toEqual([]);
});
