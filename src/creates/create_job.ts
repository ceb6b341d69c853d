import * as zod from 'zod/mini';
import { unusableInput } from '../errors/form_error.ts';
import { helped, phoneWithExtension, required } from '../forms/kinds.ts';
import { metaOf } from '../forms/field_meta.ts';
import { help } from '../records/fields.ts';
import { job, jobForm } from '../records/job.ts';
import { clientForJob } from '../builders/client_for_job.ts';
import { createAction } from '../builders/create.ts';
import { takenFromClient } from '../builders/taken_from_client.ts';
import { scheduleOf } from '../records/job_schedule.ts';

const { client_id, customer_email, customer_phone } = job.schema.shape;
const { customer_name, service_type, scheduled_date, ...others } = jobForm;

/** Creates a job for the chosen client, else for the client with this email or phone. */
export const createJob = createAction({
  kind: job,
  description: 'Creates a new job, and the client with it when there is none yet.',
  form: zod.object({
    service_type: required(service_type),
    scheduled_date: required(scheduled_date),
    client_id,
    customer_name: helped(customer_name, `${help.name} Needed unless you pick a Client.`),
    customer_email,
    customer_phone: phoneWithExtension(metaOf('customer_phone', customer_phone)),
    ...others,
  }),
  // The API takes email and phone from the client, never with the job.
  body: ({ customer_email: email, customer_phone: phone, client_id: chosen, ...values }, run) => {
    const { scheduled_date: date, scheduled_time_start: start, scheduled_time_end: end, ...rest } = values;
    // Checked first, so that no client is made for a job that is refused.
    const schedule = scheduleOf({
      scheduled_date: date,
      scheduled_time_start: start,
      scheduled_time_end: end,
    });
    const body = { ...rest, ...schedule };
    if (chosen !== undefined) {
      const lookUp = takenFromClient(run.z, chosen, rest);
      return { body: { client_id: chosen, ...body }, ...(lookUp && { lookUp }) };
    }
    const { customer_name: name } = rest;
    if (name === undefined)
      throw unusableInput('Fill in Customer Name, or pick a Client whose name is to be taken.');
    return { body, lookUp: clientForJob({ email, phone, ...rest, customer_name: name }, run) };
  },
});
