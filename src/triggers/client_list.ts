import { client } from '../records/client.ts';
import { dropdown } from '../builders/dropdown.ts';

/** The dropdown of clients. */
export const clientList = dropdown(client);
