import { expect, test } from '@jest/globals';
import type { Zap } from '../../workbench/run_steps.ts';
import { clientForm, estimateForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

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
