import type { ZObject } from 'zapier-platform-core';
import { defaultOrder } from '../api/first_accepted.ts';
import { readPolled, type Polled, type Purpose, type Wanted } from '../api/polled.ts';
import { isAppError } from '../errors/app_error.ts';
import { unshown } from '../errors/poll_error.ts';
import { farDay, unreadableDay } from '../errors/record_error.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { choiceOf } from '../records/comparing.ts';
import { dayIn } from '../records/day_in.ts';
import { job } from '../records/job.ts';
import { momentIn } from '../records/moment_in.ts';
import { withStatus } from './status_reading.ts';

/** The day of a job, YYYY-MM-DD; undefined when it has none. */
export function dayOf({ scheduled_date }: ApiRecord): string | undefined {
  return dayIn(scheduled_date);
}

/** True for a job that will not take place. */
export function isCancelled(record: ApiRecord): boolean {
  return choiceOf(job.statuses, record.status) === 'cancelled';
}

/** True for a job that is done. */
export function isComplete(record: ApiRecord): boolean {
  return choiceOf(job.statuses, record.status) === 'complete';
}

/**
 * Reads jobs by their days, from the one that is furthest ahead down to a day. Documented: that is the order in which
 * they come.
 * @param day YYYY-MM-DD; jobs before it may be among those read
 * @throws Error in words when no job shows its day or its status; the errors of `readPolled`
 */
export async function readJobsDownTo(z: ZObject, day: string, purpose: Purpose): Promise<ApiRecord[]> {
  return (await jobsDownTo(z, day, purpose)).records;
}

/**
 * Reads the jobs of one day.
 * @param day YYYY-MM-DD
 * @throws Error in words when it is not known whether these are all; the errors of `readJobsDownTo`
 */
export async function readJobsOn(z: ZObject, day: string): Promise<ApiRecord[]> {
  try {
    const { records, unreadable } = await jobsDownTo(z, day, 'poll');
    if (unreadable > 0) throw unreadableDay();
    return records.filter((record) => dayOf(record) === day);
  } catch (error) {
    if (isAppError(error, 'UnfinishedPoll')) throw farDay();
    throw error;
  }
}

async function jobsDownTo(z: ZObject, day: string, purpose: Purpose): Promise<Polled> {
  const wanted: Wanted = { queries: [defaultOrder], by: 'scheduled_date', since: Date.parse(day) };
  const polled = await readPolled(z, job, wanted, purpose);
  const { records } = polled;
  const unread = withDays(records).filter(hasUnreadDay).length;
  if (unread > 0) z.console.log(`${unread} of the jobs listed are on days that cannot be read.`);
  return { ...polled, unreadable: polled.unreadable + unread };
}

/**
 * The jobs, when they show what is asked of them: their days and statuses. Without, nothing would ever be found.
 * @throws Error in words when there are jobs and none shows its day, or none its status
 */
export function withDays(records: ApiRecord[]): ApiRecord[] {
  const isShown = records.some((record) => 'scheduled_date' in record && !hasUnreadDay(record));
  if (records.length > 0 && !isShown) throw unshown(job.noun, 'on which days they are');
  return withStatus(job, records);
}

// "TBD" is no day, and neither is one of 1899: systems write it where they have none.
function hasUnreadDay({ scheduled_date: value }: ApiRecord): boolean {
  return (
    dayIn(value) === undefined && momentIn(value) === undefined && /[1-9]/.test(JSON.stringify(value ?? null))
  );
}
