import type { ZObject } from 'zapier-platform-core';
import { findById } from '../api/find_by_id.ts';
import { unusableInput } from '../errors/form_error.ts';
import { missingRecord } from '../errors/record_error.ts';
import { filled } from '../lib/guards.ts';
import { job } from '../records/job.ts';
import {
  clockTime,
  requireOrder,
  requireSameDay,
  scheduleOf,
  type Schedule,
  type ScheduleFields,
} from '../records/job_schedule.ts';
import { timeIn } from '../records/time_in.ts';

const daySeconds = 24 * 60 * 60;

/**
 * The schedule that an update of a job asks for. Where it says only a part, the job is read: when the start moves, the
 * end moves along, so that the job stays as long as it was.
 * @returns what changes, in the API's form
 * @throws Error when the job would end before it starts or on another day, would have an end alone, or a mapped moment is
 *   on another day than the job; the errors of `findById`
 */
export async function rescheduled(
  z: ZObject,
  id: string,
  form: ScheduleFields,
  toEmpty: readonly string[],
): Promise<Schedule> {
  const asked = scheduleOf(form);
  const { scheduled_time_start: start, scheduled_time_end: end } = asked;
  const [emptiesStart, emptiesEnd] = ['scheduled_time_start', 'scheduled_time_end'].map((key) =>
    toEmpty.includes(key),
  );
  // Asked of every such form, whatever the job has, so that the Zap's editor tells of it.
  if (emptiesStart === true && emptiesEnd !== true && end === undefined) {
    throw unusableInput(
      'Start Time is to be emptied, but an End Time without it says little. Pick End Time in Fields to Empty too.',
    );
  }
  const ownDay = form.scheduled_time_start?.date ?? form.scheduled_time_end?.date;
  // With an end that is to be emptied, nothing moves along.
  const isWhole =
    (start === undefined) === (end === undefined) || emptiesEnd === true || emptiesStart === true;
  if (isWhole && (ownDay === undefined || asked.scheduled_date !== undefined)) return asked;
  const before = await findById(z, job, id);
  if (before === undefined) throw missingRecord(job.noun);
  const jobsDay = asked.scheduled_date ?? filled(before.scheduled_date)?.slice(0, 10);
  if (ownDay !== undefined && jobsDay !== undefined)
    requireSameDay(
      form.scheduled_time_start?.date === undefined ? 'End Time' : 'Start Time',
      ownDay,
      jobsDay,
    );
  const [oldStart, oldEnd] = [timeIn(before.scheduled_time_start), timeIn(before.scheduled_time_end)];
  if (start === undefined) {
    if (end !== undefined && oldStart !== undefined) requireOrder(oldStart, end, 'the job');
    return asked;
  }
  if (end !== undefined || oldEnd === undefined || emptiesEnd === true) return asked;
  if (oldStart === undefined || oldEnd <= oldStart) {
    throw unusableInput(
      `The job ends at ${clockTime(oldEnd)} and has no start to keep its length by. Fill in End Time.`,
    );
  }
  return { ...asked, scheduled_time_end: movedEnd(start, oldStart, oldEnd) };
}

function movedEnd(start: string, oldStart: string, oldEnd: string): string {
  const end = secondsOf(start) + secondsOf(oldEnd) - secondsOf(oldStart);
  if (end >= daySeconds)
    throw unusableInput('With this start the job would end on another day. Fill in End Time.');
  return new Date(end * 1000).toISOString().slice(11, 19);
}

function secondsOf(time: string): number {
  return Date.parse(`1970-01-01T${time}Z`) / 1000;
}
