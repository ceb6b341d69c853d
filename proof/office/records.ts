import { clientForm, estimateForm, jobForm, leadForm } from './forms.ts';
import type { Item, Office } from './office.ts';

/** What an office has: one record of each kind, by its noun. */
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
