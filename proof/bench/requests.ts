import type { Sandbox } from '../../sandbox/sandbox.ts';
import { leadForm } from '../office/forms.ts';
import { maskId, openOffice } from '../office/office.ts';
import { table } from '../table.ts';
import { leadDelivery } from './delivery.ts';
import type { Section } from './section.ts';

interface Counted {
  name: string;
  method: string;
  bundle?: Record<string, unknown>;
}

/** Counts the requests and bytes of each operation in the sandbox's journal. */
export async function requests(): Promise<Section> {
  const office = await openOffice();
  const { sandbox, platform } = office;
  const rows: (string | number)[][] = [];
  for (const { name, method, bundle } of operationsOn(sandbox)) {
    sandbox.clearJournal();
    await platform.run(method, { inputData: {}, ...bundle });
    const { requests: asked } = sandbox.journal();
    const sum = (key: 'bytesIn' | 'bytesOut'): number =>
      asked.reduce((total, request) => total + request[key], 0);
    const which = office.requests().map((request) => `\`${maskId(request)}\``);
    rows.push([name, asked.length, sum('bytesIn'), sum('bytesOut'), which.join(', ')]);
  }
  await office.close();
  return {
    title: 'Requests and bytes',
    goals: [],
    body: [
      'Out of the journal of a sandbox with 100 leads, clients, estimates and jobs each. Bytes are those of the bodies.',
      table(['operation', 'requests', 'bytes sent', 'bytes received', 'which'], rows),
    ],
  };
}

function operationsOn(sandbox: Sandbox): Counted[] {
  const [leadId = ''] = sandbox.seed('leads', 100);
  const [clientId = ''] = sandbox.seed('clients', 100);
  sandbox.seed('estimates', 100);
  const [jobId = ''] = sandbox.seed('jobs', 100);
  const create = (key: string): string => `creates.${key}.operation.perform`;
  const search = (key: string): string => `searches.${key}.operation.perform`;
  const trigger = (key: string, method = 'perform'): string => `triggers.${key}.operation.${method}`;
  const { customer_name, customer_email } = leadForm;
  const job = { customer_name, service_type: 'House Wash', scheduled_date: '03/20/2026 9am' };
  const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';
  return [
    { name: 'Connection test', method: 'authentication.test' },
    {
      name: 'New Lead, Zap on',
      method: trigger('new_lead', 'performSubscribe'),
      bundle: { targetUrl },
    },
    { name: 'New Lead, a delivery', method: trigger('new_lead'), bundle: leadDelivery(leadId) },
    { name: 'New Lead, samples', method: trigger('new_lead', 'performList') },
    {
      name: 'Lead in Status, a poll',
      method: trigger('lead_in_status'),
      bundle: { inputData: { status: 'new' } },
    },
    { name: 'A page of a dropdown', method: trigger('lead_list') },
    { name: 'Create Lead', method: create('create_lead'), bundle: { inputData: leadForm } },
    {
      name: 'Create Job, a chosen client',
      method: create('create_job'),
      bundle: { inputData: { ...job, client_id: clientId } },
    },
    {
      name: 'Create Job, a new customer',
      method: create('create_job'),
      bundle: { inputData: { ...job, customer_email } },
    },
    {
      name: 'Update Lead',
      method: create('update_lead'),
      bundle: { inputData: { lead_id: leadId, notes: 'Text first' } },
    },
    {
      name: 'Add Note',
      method: create('add_note'),
      bundle: { inputData: { record_type: 'job', record_id: jobId, note: 'Text first' } },
    },
    { name: 'Find Lead by itself', method: search('find_lead'), bundle: { inputData: { lead_id: leadId } } },
    {
      name: 'Find Lead by email, on the first page',
      method: search('find_lead'),
      bundle: { inputData: { customer_email } },
    },
  ];
}
