import { client } from '../records/client.ts';
import { findAction } from './find.ts';

/** Finds a client. */
export const findClient = findAction(client);
