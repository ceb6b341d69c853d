import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { clientForm, estimateForm, jobForm, leadForm } from './forms.ts';
import type { Item } from './office.ts';
import type { Records } from './records.ts';

const inputs: Record<string, (records: Records) => Item> = {
  create_lead: () => leadForm,
  create_client: () => clientForm,
  create_estimate: () => estimateForm,
  create_job: ({ client }) => ({ ...jobForm, client_id: client.id }),
  update_lead: ({ lead }) => ({ lead_id: lead.id, notes: 'Called back' }),
  update_client: ({ client }) => ({ client_id: client.id, city: 'Raleigh' }),
  update_estimate: ({ estimate }) => ({ estimate_id: estimate.id, source: 'Phone' }),
  update_job: ({ job }) => ({ job_id: job.id, scheduled_time_start: '10am' }),
  add_note: ({ job }) => ({ record_type: 'job', record_id: job.id, note: 'Gate is open' }),
  find_lead: ({ lead }) => ({ customer_email: lead.customer_email }),
  find_client: ({ client }) => ({ phone: client.phone }),
  find_estimate: ({ estimate }) => ({ number: estimate.number }),
  find_job: ({ job }) => ({ customer_name: job.customer_name }),
  find_jobs_on_day: () => ({ day: jobForm.scheduled_date }),
  find_invoice: ({ invoice }) => ({ invoice_id: invoice.id }),
};

const pollInputs: Record<string, Item> = {
  lead_in_status: { status: 'New' },
  estimate_in_status: { status: 'Draft' },
  job_in_status: { status: 'Scheduled' },
  invoice_in_status: { status: 'Sent' },
};

/** True for the key of an action or search that `workingInput` has an input for. */
export function hasWorkingInput(key: string): boolean {
  return key in inputs;
}

/**
 * Input with which an action or a search succeeds in an office that `fillOffice` has filled.
 * @param key the operation's key
 * @throws Error when the table above has none for it
 */
export function workingInput(key: string, records: Records): Item {
  const input = inputs[key];
  if (input === undefined) throw missing(key);
  return input(records);
}

/**
 * Input with which a polling trigger finds a record in an office that `fillOffice` has filled; {} when it needs none.
 * @param key the trigger's key
 * @throws Error when the trigger has a required field and the table above has no input for it
 */
export function pollInput(key: string): Item {
  const input = pollInputs[key];
  const { inputFields } = App.triggers[key]?.operation ?? {};
  const fields: unknown[] = Array.isArray(inputFields) ? inputFields : [];
  const requires = fields.some((field) => isObject(field) && field.required === true);
  if (input === undefined && requires) throw missing(key);
  return input ?? {};
}

function missing(key: string): Error {
  return new Error(`There is no working input for ${key}: add one to proof/office/inputs.ts.`);
}
