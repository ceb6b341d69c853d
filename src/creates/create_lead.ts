import * as zod from 'zod/mini';
import { required } from '../forms/kinds.ts';
import { lead, leadForm } from '../records/lead.ts';
import { createAction } from '../builders/create.ts';

/** Creates a lead. */
export const createLead = createAction({
  kind: lead,
  description: 'Creates a new lead.',
  form: zod.object({ ...leadForm, customer_name: required(leadForm.customer_name) }),
});
