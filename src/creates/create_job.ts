import * as zod from 'zod/mini';
import { required } from '../kinds.ts';
import { job } from '../records/job.ts';
import { createAction } from './create.ts';

const fields = job.schema.shape;

/** Creates a job for a client. */
export const createJob = createAction({
  record: job,
  description: 'Creates a new job for a client.',
  form: zod.object({
    customer_name: required(fields.customer_name),
    service_type: required(fields.service_type),
    scheduled_date: required(fields.scheduled_date),
    client_id: required(fields.client_id),
    scheduled_time_start: fields.scheduled_time_start,
    scheduled_time_end: fields.scheduled_time_end,
    service_address: fields.service_address,
    service_city: fields.service_city,
    service_state: fields.service_state,
    service_zip: fields.service_zip,
    notes: fields.notes,
    access_notes: fields.access_notes,
    special_instructions: fields.special_instructions,
  }),
  // A date that came with a time says when the job starts, unless the form says it apart.
  body: ({ scheduled_date: { date, time }, scheduled_time_start = time, ...rest }) => ({
    ...rest,
    scheduled_date: date,
    ...(scheduled_time_start !== undefined && { scheduled_time_start }),
  }),
});
