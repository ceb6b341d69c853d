import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, listAt } from './client.ts';

// The requests of the product's own examples page, in the page's order. Only the ids are replaced.
const person = {
  customer_name: 'Taylor Morgan',
  customer_email: 'taylor@example.com',
  customer_phone: '+15551234567',
};
const place = { city: 'Charlotte', state: 'NC', zip: '28202' };

const examples: [
  method: string,
  path: string,
  idempotencyKey: string | null,
  body?: Record<string, unknown>,
][] = [
  [
    'POST',
    '/leads',
    'lead-demo-001',
    {
      ...person,
      service_address: '123 Main St',
      ...place,
      service_interest: ['house-wash'],
      notes: 'Requested a Saturday estimate',
    },
  ],
  ['GET', '/leads?limit=25&sort=created_at&order=desc&status=new', null],
  [
    'POST',
    '/clients',
    'client-demo-001',
    {
      name: 'Taylor Morgan',
      email: 'taylor@example.com',
      phone: '+15551234567',
      address_line1: '123 Main St',
      ...place,
    },
  ],
  [
    'POST',
    '/clients',
    'client-notes-demo-001',
    {
      name: 'Taylor Morgan',
      email: 'taylor@example.com',
      phone: '+15551234567',
      notes: 'Prefers text first. Side gate code is 4421.',
      status: 'active',
    },
  ],
  [
    'PATCH',
    '/clients/CLIENT_ID',
    'client-notes-update-001',
    { notes: 'Requested Friday afternoon appointments only.' },
  ],
  [
    'POST',
    '/leads',
    'lead-notes-demo-001',
    {
      ...person,
      service_address: '123 Main St',
      ...place,
      notes: 'Requested Saturday estimate. Interested in house wash and driveway.',
      source: 'api',
    },
  ],
  [
    'PATCH',
    '/leads/LEAD_ID',
    'lead-notes-update-001',
    { notes: 'Left voicemail. Follow up tomorrow morning.' },
  ],
  [
    'POST',
    '/estimates',
    'estimate-demo-001',
    {
      ...person,
      address_line1: '123 Main St',
      ...place,
      services: [{ service_slug: 'house_wash', enabled: true, sqft: 2400, stories: 2 }],
      addons: [],
      custom_items: [],
      dirtiness_level: 'light',
    },
  ],
  [
    'PATCH',
    '/estimates/ESTIMATE_ID',
    'estimate-update-demo-001',
    {
      customer_phone: '+15559876543',
      assigned_rep_id: '00000000-0000-0000-0000-000000000123',
      status: 'sent',
      expires_at: '2026-04-19T00:00:00.000Z',
    },
  ],
  [
    'POST',
    '/webhooks',
    'webhook-demo-001',
    {
      name: 'Ops Sync',
      url: 'https://example.com/cepro/webhooks',
      events: ['lead.created', 'estimate.created', 'job.completed'],
    },
  ],
  [
    'POST',
    '/jobs',
    'job-demo-001',
    {
      client_id: 'CLIENT_ID',
      service_type: 'house_wash',
      scheduled_date: '2026-03-20',
      scheduled_time_start: '09:00:00',
      scheduled_time_end: '11:00:00',
      customer_name: 'Taylor Morgan',
      service_address: '123 Main St',
      service_city: 'Charlotte',
      service_state: 'NC',
      service_zip: '28202',
    },
  ],
  [
    'PATCH',
    '/jobs/JOB_ID',
    'job-notes-update-001',
    {
      notes: 'Customer requested a 30-minute arrival call.',
      access_notes: 'Use side gate. Code 4421.',
      special_instructions: 'Park on the street, not in the driveway.',
    },
  ],
  ['GET', '/invoices?limit=25&sort=created_at&order=desc&status=sent', null],
  ['GET', '/openapi.json', null],
];

const placeholders = new Map([
  ['/leads', 'LEAD_ID'],
  ['/clients', 'CLIENT_ID'],
  ['/estimates', 'ESTIMATE_ID'],
  ['/jobs', 'JOB_ID'],
]);
const success = new Map([
  ['GET', 200],
  ['POST', 201],
  ['PATCH', 200],
]);

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('every request of the examples page succeeds and does what it says', async () => {
  const ids = new Map<string, string>();
  const filled = (text: string): string =>
    [...ids].reduce((result, [name, id]) => result.replaceAll(name, id), text);
  for (const [method, path, idempotencyKey, body] of examples) {
    const sent = body === undefined ? {} : { body: filled(JSON.stringify(body)) };
    const reply = await ask(sandbox, method, filled(path), { idempotencyKey, ...sent });
    expect([method, path, reply.status]).toEqual([method, path, success.get(method)]);
    if (method === 'PATCH') expect(reply.data).toMatchObject(body ?? {});
    const placeholder = method === 'POST' ? placeholders.get(path) : undefined;
    if (placeholder !== undefined) ids.set(placeholder, String(reply.data.id));
    if (method === 'GET' && path.startsWith('/leads')) expect(listAt(reply.body, 'data')).toHaveLength(1);
  }
});
