import { job } from '../records/job.ts';
import { dropdown } from './dropdown.ts';

/** The dropdown of jobs. */
export const jobList = dropdown(job);
