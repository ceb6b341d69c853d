import * as zod from 'zod/mini';
import { job, jobForm } from '../records/job.ts';
import { updateAction } from '../builders/update.ts';
import { rescheduled } from '../builders/rescheduled_job.ts';

const { status } = job.schema.shape;

/** Changes a job. */
export const updateJob = updateAction({
  kind: job,
  // Documented: the three kinds of notes. Assumed: the rest, which the API refuses by name if it does not take it.
  form: zod.object({ status, ...jobForm }),
  notClearable: ['status', 'customer_name', 'service_type', 'scheduled_date'],
  body: async (
    { scheduled_date, scheduled_time_start, scheduled_time_end, ...values },
    { z, id, toEmpty },
  ) => ({
    ...values,
    ...(await rescheduled(z, id, { scheduled_date, scheduled_time_start, scheduled_time_end }, toEmpty)),
  }),
});
