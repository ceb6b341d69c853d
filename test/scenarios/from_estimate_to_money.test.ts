import { describe, expect, test } from '@jest/globals';
import { clientForm, estimateForm } from '../../proof/office/forms.ts';
import { fillOffice } from '../../proof/office/records.ts';
import type { Zap } from '../../workbench/run_steps.ts';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

describe('an accepted estimate to a job', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  const zap: Zap = {
    name: 'Estimate Accepted → Find or Create Client → Create Job',
    trigger: { key: 'estimate_accepted', input: { minimum_total: '100' } },
    steps: [
      {
        name: 'client',
        does: 'searches.find_client',
        input: { email: '{{trigger.customer_email}}' },
        orElse: {
          does: 'creates.create_client',
          input: { name: '{{trigger.customer_name}}', email: '{{trigger.customer_email}}' },
        },
      },
      {
        name: 'job',
        does: 'creates.create_job',
        input: {
          client_id: '{{client.id}}',
          customer_name: '{{trigger.customer_name}}',
          service_type: '{{trigger.services.0.service_slug}}',
          scheduled_date: '2026-03-20',
          notes: 'Sold: {{trigger.services}}',
          unique_reference: '{{trigger.id}}',
        },
      },
    ],
  };

  test.each([
    ['the client who is there', true],
    ['a new client', false],
  ])('an accepted estimate becomes a job for %s', async (_who, known) => {
    const email = known ? 'known@example.com' : 'new@example.com';
    if (known) await office.create('create_client', { ...clientForm, email });
    const clients = office.sandbox.records('clients').length;
    const running = await zaps.on(zap);
    const estimate = await office.create('create_estimate', { ...estimateForm, customer_email: email });

    await office.act(`estimates/${String(estimate.id)}/accept`);
    await zaps.settled();
    await running.off();

    expect(running.runs.map(({ status }) => status)).toEqual(['done']);
    expect(office.sandbox.records('clients')).toHaveLength(known ? clients : clients + 1);
    expect(running.runs[0]?.given.job).toMatchObject({
      service_type: 'house_wash',
      notes: expect.stringContaining('house_wash'),
    });
  });
});

describe('an estimate to a follow-up', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  test('an estimate without an answer for 3 days is followed up once; an accepted one is not', async () => {
    const [open, accepted, fresh] = office.sandbox.seed('estimates', 3, () => ({ status: 'draft' }));
    for (const id of [open, accepted, fresh]) await office.act(`estimates/${String(id)}/send`);
    const zap = await zaps.on({
      name: 'Estimate follow-up',
      trigger: { key: 'estimate_awaiting_response' },
      steps: [],
    });
    for (const id of [open, accepted]) await office.act(`estimates/${String(id)}/backdate`, { days: 4 });
    await office.act(`estimates/${String(accepted)}/accept`);

    await zap.poll();
    await zap.poll();
    await zap.off();

    expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([{ id: open }]);
  });
});

describe('a finished job to a review', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  test('a finished job asks for a review once, with name and phone, although the delivery has neither', async () => {
    const { job } = await fillOffice(office);
    const zap = await zaps.on({
      name: 'Job Completed → review request',
      trigger: { key: 'job_completed' },
      steps: [],
    });

    await office.act(`jobs/${String(job.id)}/complete`);
    await zaps.settled();
    await zap.off();

    const { deliveries } = office.sandbox.journal();
    expect(deliveries.map(({ body }) => body)).toEqual([
      expect.stringContaining(`"data":{"job_id":"${String(job.id)}","status":"complete"}`),
    ]);
    expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([
      { id: job.id, status: 'complete', customer_name: 'Taylor Morgan', customer_phone: '+17045550123' },
    ]);
  });
});

describe('a paid invoice to the books', () => {
  const office = openOffice();
  const zaps = openZaps(office);

  test('a paid invoice goes to the books with its amounts as numbers, to the cent', async () => {
    const { job } = await fillOffice(office);
    const zap = await zaps.on({
      name: 'Invoice Paid → books',
      trigger: { key: 'invoice_paid', input: { minimum_total: '1,000' } },
      steps: [],
    });

    for (const total of [999.99, 1234.1]) {
      const invoice = await office.act(`jobs/${String(job.id)}/invoice`, { total });
      await office.act(`invoices/${String(invoice.id)}/pay`);
    }
    await zaps.settled();
    await zap.off();

    expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([
      { status: 'paid', total: 1234.1, amount_paid: 1234.1, balance_due: 0 },
    ]);
  });
});
