import * as zod from 'zod/mini';
import { lead, leadForm } from '../records/lead.ts';
import { updateAction } from '../builders/update.ts';

const { status } = lead.schema.shape;

/** Changes a lead. */
export const updateLead = updateAction({
  kind: lead,
  // Documented: notes. Assumed: the rest, which the API refuses by name if it does not take it.
  form: zod.object({ status, ...leadForm }),
  notClearable: ['status', 'customer_name'],
});
