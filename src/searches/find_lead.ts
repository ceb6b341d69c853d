import { lead } from '../records/lead.ts';
import { findAction } from './find.ts';

/** Finds a lead. */
export const findLead = findAction(lead);
