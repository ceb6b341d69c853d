import type { Day } from '../formats/date.ts';

/** A job's form as far as it says when. */
interface Scheduled {
  scheduled_date?: Day | undefined;
  scheduled_time_start?: string | undefined;
}

/**
 * Puts the day of a job into the API's form. A date that came with a time says when the job starts, unless the form
 * says it apart.
 */
export function withDay<T extends Scheduled>({ scheduled_date, scheduled_time_start, ...rest }: T) {
  const start = scheduled_time_start ?? scheduled_date?.time;
  return {
    ...rest,
    ...(scheduled_date && { scheduled_date: scheduled_date.date }),
    ...(start !== undefined && { scheduled_time_start: start }),
  };
}
