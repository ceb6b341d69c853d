import * as zod from 'zod/mini';
import { required } from '../forms/kinds.ts';
import { client, clientForm } from '../records/client.ts';
import { createAction } from '../builders/create.ts';

const { status } = client.schema.shape;

/** Creates a client. */
export const createClient = createAction({
  kind: client,
  description: 'Creates a new client.',
  form: zod.object({ ...clientForm, name: required(clientForm.name), status }),
});
