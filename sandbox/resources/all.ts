import type { ResourceName } from '../vocabulary.ts';
import { client } from './client.ts';
import { estimate } from './estimate.ts';
import { invoice } from './invoice.ts';
import { job } from './job.ts';
import { lead } from './lead.ts';
import type { Resource } from './resource.ts';

/** The rules of all five kinds of records. */
export const resources: Record<ResourceName, Resource> = {
  leads: lead,
  clients: client,
  estimates: estimate,
  jobs: job,
  invoices: invoice,
};
