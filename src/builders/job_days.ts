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
  if (records.length > 0 && !records.some((record) => 'scheduled_date' in record))
    throw unshown(job.noun, 'on which days they are');
  withStatus(job, records);
  return polled;
}
