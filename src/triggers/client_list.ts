import { client } from '../records/client.ts';
import { dropdown } from './dropdown.ts';

/** The dropdown of clients. */
export const clientList = dropdown(client);
