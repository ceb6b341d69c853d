import { lead } from '../records/lead.ts';
import { inStatus } from '../builders/in_status.ts';

/** A lead that is in the chosen status. */
export const leadInStatus = inStatus(lead);
