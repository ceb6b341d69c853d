import * as zod from 'zod/mini';
import { required } from '../forms/kinds.ts';
import { estimate, estimateForm } from '../records/estimate.ts';
import { createAction } from '../builders/create.ts';

const { services, dirtiness_level } = estimate.schema.shape;

/** Creates an estimate, which CleanEstimate Pro prices. */
export const createEstimate = createAction({
  kind: estimate,
  description: 'Creates a new estimate with the services to price.',
  form: zod.object({
    ...estimateForm,
    customer_name: required(estimateForm.customer_name),
    services: required(services),
    dirtiness_level,
  }),
  // As the product's example has it: a service counts unless it is switched off, and the other lists are there.
  body: ({ services: lines, ...values }) => ({
    body: {
      ...values,
      services: lines.map((line) => ({ enabled: true, ...line })),
      addons: [],
      custom_items: [],
    },
  }),
});
