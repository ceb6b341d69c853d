import * as zod from 'zod/mini';
import { dueAgain } from '../builders/due_again.ts';
import { serviceType } from '../builders/filters.ts';
import { pollingTrigger } from '../builders/polling.ts';
import { spanField } from '../builders/span_field.ts';
import { latestDays } from '../builders/waiting.ts';
import { amount, recordId, text } from '../forms/kinds.ts';
import { client } from '../records/client.ts';
import { job } from '../records/job.ts';
import { nameOf } from '../records/readable.ts';
import { serviceChoices } from '../records/services.ts';

const usual = 12;
const { id, scheduled_date, service_type, total } = job.fixture;

/** A client whose last job was done so many months ago. */
export const clientDueAgain = pollingTrigger({
  key: 'client_due_again',
  label: 'Client Due Again',
  description: "Triggers when a client's last job was completed some months ago and no other is scheduled.",
  kind: client,
  form: zod.object({
    months: spanField(
      { usual, unit: 'month', most: 60 },
      {
        label: 'Months',
        helpText: `Months after the last completed job, from 8 AM in your time zone. Clients who were due over ${latestDays} days ago never start the Zap. A job of the past that is still scheduled counts as work to come.`,
      },
    ),
    service_type: serviceType.field,
  }),
  onceFor: ['last_job_id'],
  extra: zod.object({
    last_job_id: recordId({ label: 'Last Job' }),
    last_job_date: text({ label: 'Last Job Date' }),
    last_job_service: text({ label: 'Last Job Service' }),
    last_job_service_name: text({ label: 'Last Job Service Name' }),
    last_job_total: amount({ label: 'Last Job Total' }),
  }),
  example: {
    last_job_id: id,
    last_job_date: scheduled_date,
    last_job_service: service_type,
    last_job_service_name: nameOf(serviceChoices('_'), service_type),
    last_job_total: total,
  },
  read: ({ values: { months = usual, service_type: service }, ...poll }) =>
    dueAgain({ ...poll, values: {} }, { months, service }),
  fires: () => true,
});
