import { defineSearch, type Bundle, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod/mini';
import { dayPlan, type DayPlan } from '../builders/day_plan.ts';
import { passesService, serviceType } from '../builders/filters.ts';
import { isCancelled, readJobsOn } from '../builders/job_days.ts';
import { isInStatus } from '../builders/status_reading.ts';
import { unusableInput } from '../errors/form_error.ts';
import { statusChoice } from '../forms/choice_kinds.ts';
import { inputFields, outputFields } from '../forms/drawing.ts';
import { readForm } from '../forms/form.ts';
import { amount, longText, nearDay, quantity, recordId, text } from '../forms/kinds.ts';
import { takenWhole } from '../lib/taken_whole.ts';
import { job } from '../records/job.ts';
import { givenOf } from '../records/output.ts';

const form = zod.object({
  day: nearDay({
    label: 'Day',
    helpText:
      'Today, tomorrow, yesterday, a date such as 03/20/2026, or a date or moment of another step. Today is a day in your time zone.',
    default: 'today',
  }),
  service_type: serviceType.field,
  status: statusChoice({
    label: 'Status',
    helpText: 'Only jobs with this status. Left blank, all but the cancelled ones.',
    choices: job.statuses,
  }),
});

const given = zod.object({
  id: recordId({ label: 'ID' }),
  date: text({ label: 'Date' }),
  date_text: text({ label: 'Date in Words' }),
  count: quantity({ label: 'Number of Jobs' }, { least: 0, whole: true }),
  total: amount({ label: 'Total' }),
  summary: longText({ label: 'Summary' }),
});

/** Finds all jobs of a day. A day without any is found too. */
export const findJobsOnDay = defineSearch({
  key: 'find_jobs_on_day',
  noun: 'Job',
  display: {
    label: 'Find Jobs on a Day',
    description: 'Finds the jobs of a day, with a summary that is ready to send.',
  },
  operation: {
    inputFields: inputFields(form),
    outputFields: [
      ...outputFields(given),
      takenWhole({ key: 'jobs', label: 'Jobs', children: givenOf(job).outputFields }),
    ],
    sample: takenWhole(dayPlan(job.fixture.scheduled_date, [job.fixture])),
    perform: async (z: ZObject, bundle: Bundle): Promise<DayPlan[]> => {
      const { day, service_type, status } = await readForm(form, bundle);
      // What is mapped and came out blank must not pass for today.
      if (day === undefined)
        throw unusableInput('Fill in Day: today, tomorrow, or a date such as 03/20/2026.');
      const fits = (await readJobsOn(z, day)).filter(
        (record) =>
          passesService(record, service_type) &&
          (status === undefined ? !isCancelled(record) : isInStatus(job, record, status)),
      );
      return [dayPlan(day, fits)];
    },
  },
});
