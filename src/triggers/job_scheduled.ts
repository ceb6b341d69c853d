import * as zod from 'zod/mini';
import { readChanged } from '../builders/changed.ts';
import { passesService, serviceType } from '../builders/filters.ts';
import { dayOf, isCancelled, readJobsDownTo, withDays } from '../builders/job_days.ts';
import { pollingTrigger } from '../builders/polling.ts';
import { latestDays } from '../builders/waiting.ts';
import { nowIn, plusDays } from '../lib/calendar.ts';
import { dayMs } from '../lib/day_ms.ts';
import { job } from '../records/job.ts';

/** A job that gets a day, or another day or time. */
export const jobScheduled = pollingTrigger({
  key: 'job_scheduled',
  label: 'Job Scheduled or Rescheduled',
  description: 'Triggers when a job is scheduled, and when its date or times change.',
  kind: job,
  form: zod.object({ service_type: serviceType.field }),
  onceFor: ['scheduled_date', 'scheduled_time_start', 'scheduled_time_end'],
  example: { status: 'scheduled' },
  read: async ({ z, purpose, zone }) => {
    const firstDay = plusDays(nowIn(zone).date, -latestDays);
    // What is noted when the Zap is turned on reaches a day further back, whatever zone a later poll is in.
    if (purpose === 'turning on') return readJobsDownTo(z, plusDays(firstDay, -1), purpose);
    const changed = await readChanged(z, job, Date.now() - dayMs, purpose);
    const records = changed ? withDays(changed) : await readJobsDownTo(z, firstDay, purpose);
    // A job of long ago that somebody edits is not news.
    return records.filter((record) => (dayOf(record) ?? '') >= firstDay);
  },
  fires: (record, { service_type }) =>
    dayOf(record) !== undefined && !isCancelled(record) && passesService(record, service_type),
});
