import { plusMonths } from '../lib/calendar.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { clientIdOf } from '../records/client_id_of.ts';
import { dayIn } from '../records/day_in.ts';
import { dayOf, isCancelled, isComplete } from './job_days.ts';

/** The last job that was done for a client, behind which none is scheduled. */
export interface LastJob {
  clientId: string;
  /** When it was done, YYYY-MM-DD. */
  day: string;
  job: ApiRecord;
}

/**
 * The last job of each client, where it is done. A client with a job behind it that is neither done nor cancelled, also
 * one without a day, has work to come.
 * @param jobs in any order
 */
export function lastJobs(jobs: readonly ApiRecord[]): LastJob[] {
  const last = new Map<string, { day: string; isDone: boolean; job: ApiRecord }>();
  for (const job of jobs) {
    const clientId = clientIdOf(job);
    if (clientId === undefined || isCancelled(job)) continue;
    const isDone = isComplete(job);
    const day = dayOf(job) ?? (isDone ? dayIn(job.completed_at) : undefined) ?? '9999-12-31';
    const before = last.get(clientId);
    const isLater = before === undefined || day > before.day || (day === before.day && !isDone);
    if (isLater) last.set(clientId, { day, isDone, job });
  }
  return [...last].flatMap(([clientId, { day, isDone, job }]) => (isDone ? [{ clientId, day, job }] : []));
}

/** The last jobs that were done so many months before a day between these two, the latest first. */
export function dueBetween(jobs: readonly LastJob[], months: number, first: string, last: string): LastJob[] {
  const isDue = ({ day }: LastJob): boolean => {
    const due = plusMonths(day, months);
    return first <= due && due <= last;
  };
  return jobs.filter(isDue).sort((a, b) => (a.day < b.day ? 1 : -1));
}
