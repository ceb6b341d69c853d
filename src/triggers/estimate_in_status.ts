import { estimate } from '../records/estimate.ts';
import { inStatus } from '../builders/in_status.ts';

/** An estimate that is in the chosen status. */
export const estimateInStatus = inStatus(estimate);
