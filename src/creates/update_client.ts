import * as zod from 'zod/mini';
import { client, clientForm } from '../records/client.ts';
import { updateAction } from '../builders/update.ts';

const { status } = client.schema.shape;

/** Changes a client. */
export const updateClient = updateAction({
  kind: client,
  // Documented: notes. Assumed: the rest, which the API refuses by name if it does not take it.
  form: zod.object({ status, ...clientForm }),
  notClearable: ['status', 'name'],
});
