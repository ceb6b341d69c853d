import * as zod from 'zod/mini';
import { job, jobForm } from '../records/job.ts';
import { updateAction } from '../builders/update.ts';
import { scheduledBody } from '../records/job_schedule.ts';

const { status } = job.schema.shape;

/** Changes a job. */
export const updateJob = updateAction({
  kind: job,
  // Documented: the three kinds of notes. Assumed: the rest, which the API refuses by name if it does not take it.
  form: zod.object({ status, ...jobForm }),
  notClearable: ['status', 'customer_name', 'service_type', 'scheduled_date'],
  body: scheduledBody,
});
