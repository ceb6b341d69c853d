import { unusableInput } from '../errors/form_error.ts';
import type { Day } from '../forms/readers/date.ts';
import type { TimeOfDay } from '../forms/readers/time.ts';

/** The part of a job's form that says when the job is. */
export interface ScheduleFields {
  scheduled_date?: Day | undefined;
  scheduled_time_start?: TimeOfDay | undefined;
  scheduled_time_end?: TimeOfDay | undefined;
}

/** When a job is, in the API's form: YYYY-MM-DD and HH:MM:SS. */
export interface Schedule {
  scheduled_date?: string;
  scheduled_time_start?: string;
  scheduled_time_end?: string;
}

/**
 * Puts the schedule of a job's form together. A date that came with a time says when the job starts, unless Start Time
 * says it; a range ("9-11am") says when it ends, unless End Time says it.
 * @throws Error when two fields contradict each other, or the job would end before it starts
 */
export function scheduleOf(form: ScheduleFields): Schedule {
  const { scheduled_date: date, scheduled_time_start: startField, scheduled_time_end: endField } = form;
  const start = startField?.time ?? date?.time;
  // The end of a range in Date counts for the start that the range has, not for another one.
  const isDates = startField === undefined || startField.time === date?.time;
  const rangeEnd = startField?.endTime ?? (isDates ? date?.endTime : undefined);
  if (endField?.endTime !== undefined)
    throw unusableInput('End Time holds a start and an end: write the end alone.');
  if (rangeEnd !== undefined && endField !== undefined && rangeEnd !== endField.time)
    throw unusableInput(
      `${startField?.endTime === undefined ? 'Date' : 'Start Time'} says that the job ends at ${clockTime(rangeEnd)}, and End Time says ${clockTime(endField.time)}. Fill in one of them.`,
    );
  for (const [label, field] of [
    ['Start Time', startField],
    ['End Time', endField],
  ] as const) {
    if (field?.date !== undefined && date !== undefined) requireSameDay(label, field.date, date.date);
  }
  if (startField?.date !== undefined && endField?.date !== undefined)
    requireSameDay('End Time', endField.date, startField.date);
  const end = endField?.time ?? rangeEnd;
  if (start !== undefined && end !== undefined)
    requireOrder(start, end, startField === undefined ? 'Date' : 'Start Time');
  return {
    ...(date && { scheduled_date: date.date }),
    ...(start !== undefined && { scheduled_time_start: start }),
    ...(end !== undefined && { scheduled_time_end: end }),
  };
}

/**
 * Checks that a field's own day is the job's.
 * @throws Error that names both days
 */
export function requireSameDay(label: string, own: string, jobs: string): void {
  if (own !== jobs)
    throw unusableInput(
      `${label} is on ${own}, but the job is on ${jobs}. Fill in the same day, or the time alone.`,
    );
}

/**
 * Checks that a job ends after it starts.
 * @param source where the start comes from, as a person knows it: "Date", "the job"
 * @throws Error that says so
 */
export function requireOrder(start: string, end: string, source: string): void {
  if (end > start) return;
  throw unusableInput(
    source === 'Start Time'
      ? 'End Time has to be after Start Time.'
      : `End Time ${clockTime(end)} has to be after the start, which comes from ${source}: ${clockTime(start)}.`,
  );
}

/** A time as people write it: "9:00 AM". */
export function clockTime(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}
