import { job } from '../records/job.ts';
import { findAction } from './find.ts';

/** Finds a job. */
export const findJob = findAction(job);
