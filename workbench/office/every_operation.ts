import { startHookServer, type RawRequest } from '../hook_server.ts';
import { clientForm, estimateForm, jobForm, leadForm } from './forms.ts';
import type { Item, Office } from './office.ts';

/** What an office has: one record of each kind. */
export interface Records {
  lead: Item;
  client: Item;
  estimate: Item;
  job: Item;
  invoice: Item;
}

/** Fills an office: creates what Zapier can create, and does in the product what only people can do there. */
export async function fillOffice(office: Office): Promise<Records> {
  const lead = await office.create('create_lead', leadForm);
  const client = await office.create('create_client', clientForm);
  const estimate = await office.create('create_estimate', estimateForm);
  const job = await office.create('create_job', { ...jobForm, client_id: client.id });
  const invoice = await office.act(`jobs/${String(job.id)}/invoice`, { total: 432.5 });
  return { lead, client, estimate, job, invoice };
}

/** What has to happen in the product so that each instant trigger hears of it. */
export const happenings: Record<string, (office: Office, records: Records) => Promise<unknown>> = {
  new_lead: (office) => office.create('create_lead', leadForm),
  lead_status_changed: (office, { lead }) =>
    office.act(`leads/${String(lead.id)}/status`, { status: 'lost' }),
  new_estimate: (office) => office.create('create_estimate', estimateForm),
  estimate_accepted: (office, { estimate }) => office.act(`estimates/${String(estimate.id)}/accept`),
  new_job: (office, { client }) => office.create('create_job', { ...jobForm, client_id: client.id }),
  job_completed: (office, { job }) => office.act(`jobs/${String(job.id)}/complete`),
  new_invoice: (office, { job }) => office.act(`jobs/${String(job.id)}/invoice`, { total: 99.95 }),
  invoice_paid: (office, { invoice }) => office.act(`invoices/${String(invoice.id)}/pay`),
};

/** A delivery that CleanEstimate Pro really signed and sent, as Zapier hands it to a trigger. */
export interface Caught {
  subscribeData: Item;
  rawRequest: RawRequest;
}

/** Turns an instant trigger on, lets something happen, and catches what is delivered; then turns it off. */
export async function caught(office: Office, key: string, happen: () => Promise<unknown>): Promise<Caught> {
  const hooks = await startHookServer();
  try {
    const arrived: RawRequest[] = [];
    const targetUrl = hooks.listen((request) => {
      arrived.push(request);
      return Promise.resolve();
    });
    const subscribeData = await office.subscribe(key, { targetUrl });
    await happen();
    await office.sandbox.idle();
    await office.platform.run(`triggers.${key}.operation.performUnsubscribe`, { subscribeData, targetUrl });
    office.sandbox.clearJournal();
    const [rawRequest] = arrived;
    if (rawRequest === undefined) throw new Error(`Nothing was delivered to ${key}.`);
    return { subscribeData, rawRequest };
  } finally {
    await hooks.close();
  }
}

/** An input for each action and search that works on a filled office. */
export function workingInput(key: string, records: Records): Item {
  const { lead, client, estimate, job, invoice } = records;
  const inputs: Record<string, Item> = {
    create_lead: leadForm,
    create_client: clientForm,
    create_estimate: estimateForm,
    create_job: { ...jobForm, client_id: client.id },
    update_lead: { lead_id: lead.id, notes: 'Called back' },
    update_client: { client_id: client.id, city: 'Raleigh' },
    update_estimate: { estimate_id: estimate.id, source: 'Phone' },
    update_job: { job_id: job.id, scheduled_time_start: '10am' },
    add_note: { record_type: 'job', record_id: job.id, note: 'Gate is open' },
    find_lead: { customer_email: lead.customer_email },
    find_client: { phone: client.phone },
    find_estimate: { number: estimate.number },
    find_job: { customer_name: job.customer_name },
    find_invoice: { invoice_id: invoice.id },
  };
  const input = inputs[key];
  if (input === undefined) throw new Error(`There is no working input for ${key} yet.`);
  return input;
}

/** An input for each polling trigger under which it finds something in a filled office. */
export function pollInput(key: string): Item {
  const inputs: Record<string, Item> = {
    lead_in_status: { status: 'New' },
    estimate_in_status: { status: 'Draft' },
    job_in_status: { status: 'Scheduled' },
    invoice_in_status: { status: 'Sent' },
  };
  return inputs[key] ?? {};
}
