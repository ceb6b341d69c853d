import { beforeEach, describe, expect, test } from '@jest/globals';
import { clientForm, jobForm } from '../../proof/office/forms.ts';
import { failureOf } from '../support/failure.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
let job: Item;
beforeEach(async () => {
  const { id: client_id } = await office.create('create_client', clientForm);
  job = await office.create('create_job', { ...jobForm, client_id });
  office.sandbox.clearJournal();
});
// The job is on March 20 from 9 to 11.
const update = (fields: Item, meta: Item = {}): Promise<Item> =>
  office.create('update_job', { job_id: job.id, ...fields }, { meta });
const sent = (): unknown => office.sandbox.journal().requests.find(({ method }) => method === 'PATCH')?.body;

describe('Update Job', () => {
  test.each([
    [
      'a start',
      { scheduled_time_start: '1pm' },
      { scheduled_time_start: '13:00:00', scheduled_time_end: '15:00:00' },
    ],
    [
      'a date with a time',
      { scheduled_date: 'March 27, 2026 10am' },
      { scheduled_date: '2026-03-27', scheduled_time_start: '10:00:00', scheduled_time_end: '12:00:00' },
    ],
    [
      "a calendar's start on the job's day",
      { scheduled_time_start: '2026-03-20T13:00:00-04:00' },
      { scheduled_time_start: '13:00:00', scheduled_time_end: '15:00:00' },
    ],
    ['a date alone', { scheduled_date: '03/27/2026' }, { scheduled_date: '2026-03-27' }],
    ['an end after the start', { scheduled_time_end: 'noon' }, { scheduled_time_end: '12:00:00' }],
    [
      'a range',
      { scheduled_time_start: '1-2pm' },
      { scheduled_time_start: '13:00:00', scheduled_time_end: '14:00:00' },
    ],
    [
      'a start, with the end emptied',
      { scheduled_time_start: '1pm', fields_to_empty: ['End Time'] },
      { scheduled_time_start: '13:00:00', scheduled_time_end: null },
    ],
  ])('given %s, the job stays as long as it was', async (_what, fields, body) => {
    await update(fields);

    expect(sent()).toEqual(body);
  });

  test.each([
    [
      'End Time 8:00 AM has to be after the start, which comes from the job: 9:00 AM.',
      { scheduled_time_end: '8am' },
    ],
    ['With this start the job would end on another day. Fill in End Time.', { scheduled_time_start: '11pm' }],
    [
      'Start Time is on 2026-03-21, but the job is on 2026-03-20.',
      { scheduled_time_start: '2026-03-21T13:00:00-04:00' },
    ],
    [
      'Start Time is on 2026-03-21, but the job is on 2026-03-20.',
      { scheduled_time_start: '2026-03-21T13:00:00-04:00', scheduled_time_end: '2pm' },
    ],
    [
      'Date says that the job ends at 11:00 AM, and End Time says 12:00 PM. Fill in one of them.',
      { scheduled_date: '03/20/2026 9-11am', scheduled_time_end: 'noon' },
    ],
    [
      'End Time is on 2026-03-21, but the job is on 2026-03-20.',
      {
        scheduled_time_start: '2026-03-20T13:00:00-04:00',
        scheduled_time_end: '2026-03-21T14:00:00-04:00',
      },
    ],
    [
      'Start Time is to be emptied, but an End Time without it says little. Pick End Time in Fields to Empty too.',
      { fields_to_empty: ['Start Time'] },
    ],
    ['End Time is on 2026-03-21', { scheduled_time_end: '2026-03-21T13:00:00-04:00' }],
    [
      'Start Time says that the job ends at 11:00 AM, and End Time says 12:00 PM. Fill in one of them.',
      { scheduled_time_start: '9-11am', scheduled_time_end: 'noon' },
    ],
    ['End Time holds a start and an end: write the end alone.', { scheduled_time_end: '9-11am' }],
    [
      'End Time 11:00 AM has to be after the start, which comes from Date: 2:00 PM.',
      { scheduled_date: '03/20/2026 2pm', scheduled_time_end: '11am' },
    ],
  ])('says "%s" and writes nothing', async (sentence, fields) => {
    expect((await failureOf(update(fields))).message).toContain(sentence);
    expect(sent()).toBeUndefined();
  });

  test('of a job that is gone says so', async () => {
    office.sandbox.remove('jobs', String(job.id));

    expect((await failureOf(update({ scheduled_time_start: '1pm' }))).message).toContain('has no such job');
  });

  test('of a job with an end and no start asks for the end', async () => {
    await update({ scheduled_time_end: '11am', fields_to_empty: ['Start Time'] });
    office.sandbox.clearJournal();

    expect((await failureOf(update({ scheduled_time_start: '1pm' }))).message).toBe(
      'The job ends at 11:00 AM and has no start to keep its length by. Fill in End Time.',
    );
  });

  test('of a job without an end moves the start alone', async () => {
    await update({ fields_to_empty: ['End Time'] });
    office.sandbox.clearJournal();
    await update({ scheduled_time_start: '1pm' });

    expect(sent()).toEqual({ scheduled_time_start: '13:00:00' });
  });

  test('of a job without a start takes any end', async () => {
    await update({ fields_to_empty: ['Start Time', 'End Time'] });
    office.sandbox.clearJournal();
    await update({ scheduled_time_end: '8am' });

    expect(sent()).toEqual({ scheduled_time_end: '08:00:00' });
  });

  test('understands times that the API writes without seconds', async () => {
    const times = { scheduled_time_start: '09:00', scheduled_time_end: '10:30' };
    const [id] = office.sandbox.seed('jobs', 1, () => times);
    // The contract knows no such times.
    office.sandbox.setQuirks({ bareAnswers: false });
    await update({ job_id: id, scheduled_time_start: '1pm' });

    expect(sent()).toEqual({ scheduled_time_start: '13:00:00', scheduled_time_end: '14:30:00' });
  });

  test('takes a moment on the day that it sets', async () => {
    await update({
      scheduled_date: '03/27/2026',
      scheduled_time_start: '2026-03-27T13:00:00-04:00',
      scheduled_time_end: '2pm',
    });

    expect(sent()).toEqual({
      scheduled_date: '2026-03-27',
      scheduled_time_start: '13:00:00',
      scheduled_time_end: '14:00:00',
    });
  });

  test('in a time zone that is none refuses a moment in UTC', async () => {
    const meta = { timezone: 'Mars/Olympus_Mons' };

    expect((await failureOf(update({ scheduled_date: '2026-03-20T13:00:00Z' }, meta))).message).toContain(
      'Zapier tells no time zone',
    );
  });
});
