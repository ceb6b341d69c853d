import { unusableInput } from '../api/zapier_error.ts';
import type { Day } from '../forms/readers/date.ts';

/** A job's form as far as it says when. */
interface Scheduled {
  scheduled_date?: Day | undefined;
  scheduled_time_start?: string | undefined;
  scheduled_time_end?: string | undefined;
}

/**
 * Puts the day of a job into the API's form. A date that came with a time says when the job starts, unless the form
 * says it apart.
 * @throws Error when the job would end before it starts
 */
export function withDay<T extends Scheduled>({ scheduled_date, scheduled_time_start, ...rest }: T) {
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
