import { lead } from '../records/lead.ts';
import { dropdown } from '../builders/dropdown.ts';

/** The dropdown of leads. */
export const leadList = dropdown(lead);
