import * as zod from 'zod/mini';
import { client } from '../records/client.ts';
import { updateAction } from './update.ts';

// Documented: notes. Assumed: the rest, which the API refuses by name if it does not take it.
const { id, created_at, updated_at, ...fields } = client.schema.shape;

/** Changes a client. */
export const updateClient = updateAction({
  record: client,
  form: zod.object(fields),
  kept: ['name', 'status'],
});
