import { lead } from '../records/lead.ts';
import { findAction } from '../builders/find.ts';

/** Finds a lead. */
export const findLead = findAction(lead);
