import * as zod from 'zod/mini';
import { required } from '../kinds.ts';
import { lead } from '../records/lead.ts';
import { createAction } from './create.ts';

const { customer_name, customer_email, customer_phone, ...others } = lead.schema.shape;
const { service_address, city, state, zip, service_interest, notes, source } = others;

/** Creates a lead. */
export const createLead = createAction({
  record: lead,
  description: 'Creates a new lead.',
  form: zod.object({
    customer_name: required(customer_name),
    customer_email,
    customer_phone,
    service_address,
    city,
    state,
    zip,
    service_interest,
    notes,
    source,
  }),
});
