import { job } from '../records/job.ts';
import { dropdown } from '../builders/dropdown.ts';

/** The dropdown of jobs. */
export const jobList = dropdown(job);
