import * as zod from 'zod/mini';
import { lead, leadForm } from '../records/lead.ts';
import { updateAction } from '../builders/update.ts';

const { status } = lead.schema.shape;

/** Changes a lead. */
export const updateLead = updateAction({
  record: lead,
  // Documented: notes. Assumed: the rest, which the API refuses by name if it does not take it.
  form: zod.object({ status, ...leadForm }),
  kept: ['status', 'customer_name'],
});
