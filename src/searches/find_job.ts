import { job } from '../records/job.ts';
import { findAction } from '../builders/find.ts';

/** Finds a job. */
export const findJob = findAction(job);
