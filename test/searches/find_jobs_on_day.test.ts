import { beforeEach, describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { movingClock } from '../support/moving_clock.ts';
import { openOffice, type Item } from '../support/office.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const clock = movingClock();
const office = openOffice({ now: clock.now });
const find = async (inputData: Item, timezone: string | null = 'America/New_York'): Promise<Item[]> => {
  const result = await office.platform.run('searches.find_jobs_on_day.operation.perform', {
    inputData,
    meta: { timezone },
  });
  return Array.isArray(result) ? result.filter(isObject) : [];
};
const taylor = {
  scheduled_date: '2027-11-07',
  customer_name: 'Taylor Morgan',
  service_type: 'house_wash',
  service_address: '123 Main St',
  customer_phone: '+17045550123',
  total: 349.1,
};
const seed = (fields: Item): string =>
  String(office.sandbox.seed('jobs', 1, () => ({ ...taylor, ...fields }))[0]);

beforeEach(() => {
  for (const { id } of office.sandbox.records('jobs')) office.sandbox.remove('jobs', String(id));
  office.sandbox.clearJournal();
  clock.moveTo('2027-11-06T15:00Z');
});

test('gives the jobs of a day in order, their number, their total and a summary that is ready to send', async () => {
  const [noon, undated, nine] = [
    seed({
      scheduled_time_start: '12:30:00',
      service_type: 'roof_wash',
      customer_name: 'Sam Reyes',
      total: 0.2,
    }),
    seed({ scheduled_time_start: null, scheduled_time_end: null, customer_phone: null, total: null }),
    seed({ scheduled_time_start: '09:00:00' }),
  ];
  seed({ status: 'cancelled' });
  seed({ scheduled_date: '2027-11-08' });
  seed({ scheduled_date: '2027-11-06' });

  const [plan, ...others] = await find({ day: 'tomorrow' });

  expect(others).toEqual([]);
  expect(plan).toMatchObject({
    id: '2027-11-07',
    date: '2027-11-07',
    date_text: 'Sunday, November 7',
    count: 3,
    total: 349.3,
    summary: [
      '9:00 AM House Wash · Taylor Morgan · 123 Main St · +17045550123',
      '12:30 PM Roof Wash · Sam Reyes · 123 Main St · +17045550123',
      'House Wash · Taylor Morgan · 123 Main St',
    ].join('\n'),
    jobs: [nine, noon, undated].map((id) => ({ id })),
  });
});

test.each([
  ['today', '2027-11-07T04:30Z', '2027-11-07'],
  ['Tomorrow', '2027-11-07T03:30Z', '2027-11-07'],
  // Half past eleven at night of the day with 25 hours.
  ['tomorrow', '2027-11-08T04:30Z', '2027-11-08'],
  ['yesterday', '2027-11-08T05:30Z', '2027-11-07'],
  ['11/07/2027', '2027-01-01T12:00Z', '2027-11-07'],
  ['2027-11-08T02:00:00Z', '2027-01-01T12:00Z', '2027-11-07'],
  ['Sunday, November 7, 2027 9am', '2027-01-01T12:00Z', '2027-11-07'],
])('"%s" at %s is %s', async (day, moment, date) => {
  clock.moveTo(moment);

  expect(await find({ day })).toMatchObject([{ date }]);
});

describe('where the API writes times and amounts in another way', () => {
  const api = scriptedApi();
  const platform = createPlatform(App, { api_key: someKey });
  const planOf = async (...jobs: Item[]): Promise<unknown> => {
    const data = jobs.map((fields, index) => ({
      id: `j${index}`,
      status: 'scheduled',
      ...taylor,
      ...fields,
    }));
    api.answers(200, { data, meta: { has_more: false } });
    return platform.run('searches.find_jobs_on_day.operation.perform', { inputData: { day: '11/07/2027' } });
  };

  test('the afternoon comes behind the morning, and is called so', async () => {
    const starts = ['02:30 PM', '10:00 AM', '9:00 AM'];

    expect(await planOf(...starts.map((scheduled_time_start) => ({ scheduled_time_start })))).toMatchObject([
      {
        summary: ['9:00 AM', '10:00 AM', '2:30 PM']
          .map((time) => `${time} House Wash · Taylor Morgan · 123 Main St · +17045550123`)
          .join('\n'),
        jobs: starts.toReversed().map((scheduled_time_start) => ({ scheduled_time_start })),
      },
    ]);
  });

  test('a job of which nothing else is known has a line of its own', async () => {
    const nothing = Object.fromEntries(Object.keys(taylor).map((key) => [key, null]));
    const unknown = { ...nothing, scheduled_date: taylor.scheduled_date };

    expect(await planOf({ ...unknown, number: 1042 }, unknown)).toMatchObject([{ summary: '1042\nJob' }]);
  });

  test('amounts in texts are added up, and no sum leaves out what cannot be read', async () => {
    expect(await planOf({ total: '$1,200.10' }, { total: '-0.10' }, { total: '' })).toMatchObject([
      { total: 1200 },
    ]);
    expect(await planOf({ total: 5 }, { total: '432,50' })).toMatchObject([{ count: 2, total: null }]);
  });
});

test('a day without jobs is found, with none on it', async () => {
  seed({ status: 'cancelled' });

  expect(await find({ day: '11/07/2027' })).toEqual([
    {
      id: '2027-11-07',
      date: '2027-11-07',
      date_text: 'Sunday, November 7',
      count: 0,
      total: 0,
      summary: 'No jobs on Sunday, November 7.',
      jobs: [],
    },
  ]);
});

test('gives those of one service or status, also cancelled ones', async () => {
  const [cancelled] = [seed({ status: 'cancelled' }), seed({ service_type: 'roof_wash' })];

  expect(await find({ day: 'tomorrow', status: 'Canceled' })).toMatchObject([
    { count: 1, jobs: [{ id: cancelled }] },
  ]);
  expect(await find({ day: 'tomorrow', service_type: 'House Wash' })).toMatchObject([{ count: 0 }]);
});

test.each([
  ['', 'Fill in Day: today, tomorrow, or a date such as 03/20/2026.'],
  ['someday', 'Day "someday" is not a date: write it like 03/20/2026 or 2026-03-20.'],
  ['02/30/2027', 'Day "02/30/2027" is a day that does not exist.'],
])('the day "%s" is refused in words', async (day, words) => {
  expect((await failureOf(find({ day }))).message).toBe(words);
});

test('"today" is refused where Zapier tells no time zone', async () => {
  expect((await failureOf(find({ day: 'today' }, null))).message).toContain('Zapier tells none');
  expect(await find({ day: '11/07/2027' }, null)).toHaveLength(1);
});

test('finds a job behind 250 later ones, and says so when the list does not lead to it', async () => {
  const id = seed({});
  office.sandbox.seed('jobs', 250, () => ({ scheduled_date: '2027-12-24' }));
  expect(await find({ day: 'tomorrow' })).toMatchObject([{ jobs: [{ id }] }]);
  office.sandbox.setQuirks({ repeatedCursor: true });

  const error = await failureOf(find({ day: 'tomorrow' }));

  expect(error.message).toBe(
    'There are too many jobs after this day to look through in one step, so it is not known which are on it. Pick a later day.',
  );
});

test('a job that cannot be read may be one of them, and that is said', async () => {
  seed({});
  office.sandbox.setQuirks({ unreadableRows: true });

  expect((await failureOf(find({ day: 'tomorrow' }))).message).toContain('whether these are all of the day');
});
