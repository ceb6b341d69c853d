import { job } from '../records/job.ts';
import { inStatus } from '../builders/in_status.ts';

/** A job that is in the chosen status. */
export const jobInStatus = inStatus(job);
