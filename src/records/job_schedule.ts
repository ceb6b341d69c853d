import { unusableInput } from '../errors/form_error.ts';
import type { Day } from '../forms/readers/date.ts';

/** The part of a job's form that says when the job is. */
interface ScheduleFields {
  scheduled_date?: Day | undefined;
  scheduled_time_start?: string | undefined;
  scheduled_time_end?: string | undefined;
}

/**
 * Puts the schedule of a job's form into the API's form. A date that came with a time says when the job starts,
 * unless Start Time says it.
 * @returns the form with the date as YYYY-MM-DD and the times as HH:MM:SS
 * @throws Error when the job would end before it starts
 */
export function scheduledBody<T extends ScheduleFields>({
  scheduled_date,
  scheduled_time_start,
  ...rest
}: T) {
  const start = scheduled_time_start ?? scheduled_date?.time;
  const { scheduled_time_end: end } = rest;
  if (start !== undefined && end !== undefined && end <= start)
    throw unusableInput('End Time has to be after Start Time.');
  return {
    ...rest,
    ...(scheduled_date && { scheduled_date: scheduled_date.date }),
    ...(start !== undefined && { scheduled_time_start: start }),
  };
}
