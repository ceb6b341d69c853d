import * as zod from 'zod/mini';
import { lead } from '../records/lead.ts';
import { updateAction } from './update.ts';

// Documented: notes. Assumed: the rest, which the API refuses by name if it does not take it.
const { id, created_at, updated_at, ...fields } = lead.schema.shape;

/** Changes a lead. */
export const updateLead = updateAction({
  record: lead,
  form: zod.object(fields),
  kept: ['customer_name', 'status'],
});
