import * as zod from 'zod/mini';
import { required } from '../kinds.ts';
import { client } from '../records/client.ts';
import { createAction } from './create.ts';

const { name, email, phone, address_line1, city, state, zip, status, notes } = client.schema.shape;

/** Creates a client. */
export const createClient = createAction({
  record: client,
  description: 'Creates a new client.',
  form: zod.object({ name: required(name), email, phone, address_line1, city, state, zip, status, notes }),
});
