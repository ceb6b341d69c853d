import { lead } from '../records/lead.ts';
import { dropdown } from './dropdown.ts';

/** The dropdown of leads. */
export const leadList = dropdown(lead);
