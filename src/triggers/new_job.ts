import { job } from '../records/job.ts';
import { serviceType } from '../builders/filters.ts';
import { instantTrigger } from '../builders/instant.ts';

/** A new job. */
export const newJob = instantTrigger({
  key: 'new_job',
  label: 'New Job',
  description: 'Triggers when a new job is scheduled.',
  event: 'job.created',
  kind: job,
  filters: [serviceType],
});
