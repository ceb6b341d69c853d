import * as zod from 'zod/mini';
import { job } from '../records/job.ts';
import { updateAction } from './update.ts';
import { withDay } from './with_day.ts';

// Documented: the three kinds of notes. Assumed: the rest, which the API refuses by name if it does not take it.
const { status, customer_name, service_type, scheduled_date, scheduled_time_start, ...others } =
  job.schema.shape;
const { scheduled_time_end, service_address, service_city, service_state, service_zip, ...noted } = others;
const { notes, access_notes, special_instructions } = noted;

/** Changes a job. */
export const updateJob = updateAction({
  record: job,
  form: zod.object({
    status,
    customer_name,
    service_type,
    scheduled_date,
    scheduled_time_start,
    scheduled_time_end,
    service_address,
    service_city,
    service_state,
    service_zip,
    notes,
    access_notes,
    special_instructions,
  }),
  kept: ['status', 'customer_name', 'service_type', 'scheduled_date'],
  body: withDay,
});
