import { client } from '../records/client.ts';
import { findAction } from '../builders/find.ts';

/** Finds a client. */
export const findClient = findAction(client);
