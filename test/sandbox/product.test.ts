import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { eventNames } from '../../sandbox/vocabulary.ts';
import { ask, jobOf, listAt, newClient, type Reply } from './client.ts';
import { startReceiver } from './receiver.ts';

let sandbox: Sandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeEach(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver();
});
afterEach(async () => {
  await sandbox.close();
  await receiver.close();
});

function createLead(): Promise<Reply> {
  return ask(sandbox, 'POST', '/leads', { body: { customer_name: 'Zoë 🧽' } });
}

async function act(path: string, body: unknown = {}): Promise<Response> {
  return fetch(`${sandbox.origin}/sandbox${path}`, { method: 'POST', body: JSON.stringify(body) });
}

test('given what people do in the product, every kind of event is delivered', async () => {
  await ask(sandbox, 'POST', '/webhooks', { body: { name: 'Ops', url: receiver.url, events: eventNames } });
  const lead = String((await createLead()).data.id);
  await act(`/leads/${lead}/status`, { status: 'approved' });
  await ask(sandbox, 'PATCH', `/leads/${lead}`, { body: { status: 'lost' } });
  await ask(sandbox, 'PATCH', `/leads/${lead}`, { body: { status: 'lost' } });
  const services = [{ service_slug: 'roof_wash' }];
  const made = await ask(sandbox, 'POST', '/estimates', { body: { customer_name: 'T', services } });
  const estimate = String(made.data.id);
  await act(`/estimates/${estimate}/send`);
  await act(`/estimates/${estimate}/view`);
  expect(sandbox.records('estimates')[0]).toMatchObject({ status: 'viewed' });
  await act(`/estimates/${estimate}/accept`);
  const job = String(
    (await ask(sandbox, 'POST', '/jobs', { body: jobOf(await newClient(sandbox)) })).data.id,
  );
  await act(`/jobs/${job}/move`, { scheduled_date: '2027-03-19' });
  expect(sandbox.records('jobs')[0]).toMatchObject({ scheduled_date: '2027-03-19' });
  await act(`/jobs/${job}/complete`);
  await act(`/jobs/${job}/invoice`, { total: 412.5 });
  const invoice = String(sandbox.records('invoices')[0]?.id);
  await act(`/invoices/${invoice}/pay`);
  await sandbox.idle();
  expect(sandbox.journal().deliveries.map(({ event, body }) => [event, parseData(body)])).toEqual([
    ['lead.created', { lead_id: lead, status: 'new' }],
    ['lead.status_changed', { lead_id: lead, status: 'approved', previous_status: 'new' }],
    ['lead.status_changed', { lead_id: lead, status: 'lost', previous_status: 'approved' }],
    ['estimate.created', { estimate_id: estimate, status: 'draft' }],
    ['estimate.accepted', { estimate_id: estimate, status: 'approved' }],
    ['job.created', { job_id: job, status: 'scheduled' }],
    ['job.completed', { job_id: job, status: 'complete' }],
    ['invoice.created', { invoice_id: invoice, status: 'sent' }],
    ['invoice.paid', { invoice_id: invoice, status: 'paid' }],
  ]);
  expect(sandbox.records('estimates')[0]).toMatchObject({
    sent_at: expect.any(String),
    accepted_at: expect.any(String),
  });
  expect(sandbox.records('invoices')[0]).toMatchObject({ job_id: job, amount_paid: 412.5, balance_due: 0 });
});

test('given an unknown id or status, says so', async () => {
  expect((await act('/jobs/nonsense/complete')).status).toBe(404);
  const lead = String((await createLead()).data.id);
  expect((await act(`/jobs/${lead}/complete`)).status).toBe(404);
  expect((await act(`/leads/${lead}/status`, { status: 'sold' })).status).toBe(422);
});

test('backdating moves the times back', async () => {
  const lead = await createLead();
  await act(`/leads/${String(lead.data.id)}/backdate`, { days: 3 });
  const moved = Date.parse(String(sandbox.records('leads')[0]?.created_at));
  expect(Date.parse(String(lead.data.created_at)) - moved).toBe(3 * 86_400_000);
});

test('the journal and the list of what there is are served', async () => {
  await createLead();
  const journal = await (await fetch(`${sandbox.origin}/sandbox/journal`)).json();
  expect(listAt(journal, 'requests')).toMatchObject([{ method: 'POST', path: '/leads', status: 201 }]);
  expect(await (await fetch(`${sandbox.origin}/sandbox/`)).text()).toContain('/sandbox/jobs/:id/complete');
  sandbox.clearJournal();
  expect(sandbox.journal().requests).toEqual([]);
});

function parseData(body: string): unknown {
  const parsed: unknown = JSON.parse(body);
  return typeof parsed === 'object' && parsed !== null && 'data' in parsed ? parsed.data : undefined;
}
