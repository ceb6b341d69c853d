import * as zod from 'zod/mini';
import { dueTrigger } from '../builders/due.ts';
import { passesService, serviceType } from '../builders/filters.ts';
import { dayOf, isCancelled, isComplete, readJobsDownTo } from '../builders/job_days.ts';
import { spanField } from '../builders/span_field.ts';
import { momentAt, nowIn, plusDays } from '../lib/calendar.ts';
import { job } from '../records/job.ts';

const usual = 1;
// When people may be reminded of another day, and when a crew begins its own.
const [morning, earlyMorning] = ['08:00:00', '06:00:00'];

/** A job that is so many days ahead. */
export const upcomingJob = dueTrigger({
  key: 'upcoming_job',
  label: 'Upcoming Job',
  description: 'Triggers when a job is a number of days ahead.',
  kind: job,
  form: zod.object({
    days: spanField(
      { usual, least: 0, most: 365 },
      {
        label: 'Days',
        helpText:
          'Days before the job, from 8 AM in your time zone; 0 is the same day, from 6 AM. A job that is moved to another day starts the Zap again.',
      },
    ),
    service_type: serviceType.field,
  }),
  // Once for a job and its day.
  onceFor: ['scheduled_date'],
  example: { status: 'scheduled' },
  readBack: ({ z, purpose, zone }) => readJobsDownTo(z, nowIn(zone).date, purpose),
  dueTime: (record, { values: { days = usual, service_type }, purpose, zone }) => {
    const day = dayOf(record);
    const isAhead = !isCancelled(record) && !isComplete(record) && passesService(record, service_type);
    if (day === undefined || !isAhead) return undefined;
    const time = days === 0 ? earlyMorning : morning;
    return {
      // In the editor any job ahead is a sample.
      from: purpose === 'sample' ? 0 : momentAt(plusDays(day, -days), time, zone),
      until: momentAt(plusDays(day, 1), '00:00:00', zone) - 1,
    };
  },
});
