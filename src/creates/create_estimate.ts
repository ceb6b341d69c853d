import * as zod from 'zod/mini';
import { required } from '../kinds.ts';
import { estimate } from '../records/estimate.ts';
import { createAction } from './create.ts';

const { customer_name, customer_email, customer_phone, ...others } = estimate.schema.shape;
const { address_line1, city, state, zip, services, dirtiness_level } = others;

/** Creates an estimate, which CleanEstimate Pro prices. */
export const createEstimate = createAction({
  record: estimate,
  description: 'Creates a new estimate with the services to price.',
  form: zod.object({
    customer_name: required(customer_name),
    customer_email,
    customer_phone,
    address_line1,
    city,
    state,
    zip,
    services,
    dirtiness_level,
  }),
  // As the product's example has it: a service counts unless it is switched off, and the other lists are there.
  body: ({ services: lines = [], ...values }) => ({
    ...values,
    services: lines.map((line) => ({ enabled: true, ...line })),
    addons: [],
    custom_items: [],
  }),
});
