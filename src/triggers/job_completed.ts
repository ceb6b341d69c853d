import { job } from '../records/job.ts';
import { serviceType } from '../builders/filters.ts';
import { reached } from '../builders/happened.ts';
import { instantTrigger } from '../builders/instant.ts';

/** A finished job. */
export const jobCompleted = instantTrigger({
  key: 'job_completed',
  label: 'Job Completed',
  description: 'Triggers when a job is completed.',
  event: 'job.completed',
  kind: job,
  happened: reached(job, 'complete', 'completed_at'),
  filters: [serviceType],
});
