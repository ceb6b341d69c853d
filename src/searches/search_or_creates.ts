import { searchOrCreate } from '../builders/search_or_create.ts';
import { client } from '../records/client.ts';
import { lead } from '../records/lead.ts';

/** Finds a lead or creates it. */
export const findOrCreateLead = searchOrCreate(lead);

/** Finds a client or creates it. */
export const findOrCreateClient = searchOrCreate(client);
