import App from '../../index.ts';
import { estimateForm, jobForm, leadForm } from './forms.ts';
import type { Office } from './office.ts';
import type { Records } from './records.ts';

/** The keys of the app's instant triggers. */
export const instantTriggers = Object.values(App.triggers)
  .filter(({ operation }) => operation.type === 'hook')
  .map(({ key }) => key);

type Happening = (office: Office, records: Records) => Promise<unknown>;

// What sets off each instant trigger, by the trigger's key. Each works once for the records of `fillOffice`.
const happenings: Record<string, Happening> = {
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

/** True for the key of a trigger that `happen` can set off. */
export function isKnownHappening(key: string): boolean {
  return key in happenings;
}

/**
 * Sets off the event of an instant trigger: creates a record, or does what a person would do in the product.
 * @param key the trigger's key
 * @throws Error when it is not known what sets the trigger off
 */
export async function happen(office: Office, key: string, records: Records): Promise<void> {
  const happening = happenings[key];
  if (happening === undefined)
    throw new Error(`Nothing is known to set off ${key}: add what does to proof/office/happenings.ts.`);
  await happening(office, records);
}
