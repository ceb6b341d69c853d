import { clientForm, estimateForm, jobForm, leadForm } from './forms.ts';
import type { Item, Office } from './office.ts';

/** One record of each kind, by its noun. */
export interface Records {
  lead: Item;
  client: Item;
  estimate: Item;
  job: Item;
  invoice: Item;
}

/**
 * Creates one record of each kind: the invoice in the product, since the API cannot create one, the others by the app's
 * actions. Can be called again for further records.
 * @throws StepError when an action fails
 */
export async function fillOffice(office: Office): Promise<Records> {
  const lead = await office.create('create_lead', leadForm);
  const client = await office.create('create_client', clientForm);
  const estimate = await office.create('create_estimate', estimateForm);
  const job = await office.create('create_job', { ...jobForm, client_id: client.id });
  const invoice = await office.act(`jobs/${String(job.id)}/invoice`, { total: 432.5 });
  return { lead, client, estimate, job, invoice };
}
