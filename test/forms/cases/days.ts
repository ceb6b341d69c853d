import type { CaseTable } from './case_table.ts';
import { refusedDays } from './refused_days.ts';

const everyMonth = 'January February March April May June July August September October November December'
  .split(' ')
  .map((month, index) => ({
    given: `${month} 20, 2026`,
    becomes: `2026-${String(index + 1).padStart(2, '0')}-20`,
    why: `${month} has its number`,
  }));

const everyWeekday = [
  ...['Mon', 'Monday', 'Tue', 'Tues', 'Tuesday', 'Wed', 'Wednes', 'Wednesday', 'Thu', 'Thur', 'Thurs'],
  ...['Thursday', 'Fri', 'Friday', 'Sat', 'Satur', 'Saturday', 'Sun', 'Sunday'],
].map((weekday) => {
  const day = 1 + ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday.slice(0, 3));
  return { given: `${weekday}, March ${day}, 2026`, becomes: `2026-03-0${day}`, why: 'the weekday fits' };
});

export const days: CaseTable = {
  title: 'A date',
  takes:
    'A day, month first as in the US, with a time or without. A moment in UTC, which calendars and databases hand over, is moved to your time zone.',
  action: 'create_job',
  key: 'scheduled_date',
  at: ({ scheduled_date, scheduled_time_start, scheduled_time_end }) =>
    [scheduled_date, scheduled_time_start, scheduled_time_end].filter(Boolean).join(' '),
  cases: [
    ...['2026-03-20 13:00 Etc/UTC', '2026-03-20 13:00 (UTC)', '2026-03-20 13:00 +0000'].map((given) => ({
      given,
      becomes: '2026-03-20 09:00:00',
      why: 'UTC by another name',
    })),
    ...['20260320T090000-0400', '2026-03-20 9:00 AM -0400', '2026-03-20 9:00 AM UTC\u22124'].map((given) => ({
      given,
      becomes: '2026-03-20 09:00:00',
      why: 'as written, with its own zone',
    })),
    ...['March 20,2026', 'on March 20, 2026', '20/Mar/2026'].map((given) => ({
      given,
      becomes: '2026-03-20',
      why: 'a day in words',
    })),
    ...['10-03-20', '1/2/03'].map((given) => ({ given, refused: 'Date', why: 'no year that is near' })),
    { given: 'Sept. 4, 2026', becomes: '2026-09-04', why: 'September has two abbreviations' },
    { given: '2026-03-20 13:00-15:00 UTC', becomes: '2026-03-20 09:00:00 11:00:00', why: 'a range in UTC' },
    {
      given: '2026-03-20 03:00-05:00 UTC',
      refused: 'ends on another day than it starts',
      why: 'in New York it goes past midnight',
    },
    ...[
      '03/20/2026',
      '3/20/26',
      '2026-03-20',
      '2026/3/20',
      '03-20-2026',
      '20260320',
      '03 / 20 / 2026',
      "'03/20/2026",
    ].map((given) => ({ given, becomes: '2026-03-20', why: 'a day in numbers' })),
    ...[
      'March 20, 2026',
      'Mar 20 2026',
      'Mar. 20th, 2026',
      "March 20 '26",
      'Mar-20-2026',
      'Mar-20-26',
      '2026 Mar 20',
      '2026-March-20',
      '20-Mar-26',
      '20 March 2026',
      '20th of March 2026',
    ].map((given) => ({ given, becomes: '2026-03-20', why: 'a day in words' })),
    ...['Friday, March 20, 2026', '3/20/2026 (Friday)', 'Fri Mar 20 2026'].map((given) => ({
      given,
      becomes: '2026-03-20',
      why: 'the weekday fits',
    })),
    { given: 'March 20, 2026 9am', becomes: '2026-03-20 09:00:00', why: 'the time is the start' },
    {
      given: '09:45am - Tuesday, August 28, 2018',
      becomes: '2018-08-28 09:45:00',
      why: 'the time may come first',
    },
    ...['Fri Mar 20 09:00:00 EDT 2026', 'Fri Mar 20 13:00:00 UTC 2026', 'Fri Mar 20 09:00:00 2026'].map(
      (given) => ({
        given,
        becomes: '2026-03-20 09:00:00',
        why: 'Unix and Java write the year last',
      }),
    ),
    ...['Friday, March 20, 2026⋅9:00 – 11:00am', 'Fri, 3/20/26 • 9-11am', 'Mar 20, 2026 · 9am – 11am'].map(
      (given) => ({
        given,
        becomes: '2026-03-20 09:00:00 11:00:00',
        why: 'calendars part day and time by a dot',
      }),
    ),
    { given: '03/20/2026 09.30.15', becomes: '2026-03-20 09:30:15', why: 'dots part the time as well' },
    { given: '03/20/2026 9-11am', becomes: '2026-03-20 09:00:00 11:00:00', why: 'a range is start and end' },
    ...[
      '03/20/2026 9:00 AM - 03/20/2026 11:00 AM',
      'Fri, Mar 20, 2026 9:00 AM - Fri, Mar 20, 2026 11:00 AM',
      '2026-03-20T09:00:00-04:00/2026-03-20T11:00:00-04:00',
      '2026-03-20T13:00:00Z to 2026-03-20T15:00:00Z',
      '20260320T130000Z/20260320T150000Z',
    ].map((given) => ({
      given,
      becomes: '2026-03-20 09:00:00 11:00:00',
      why: 'calendars write the day with start and end',
    })),
    ...[
      ['03/20/2026 9am - 03/21/2026 9am', 'ends on another day than it starts', 'a job is on one day'],
      ['03/20/2026 11am - 03/20/2026 9am', 'ends before it starts', 'a range goes forward'],
      [
        'Fri, Mar 20, 2026 9am - Sat, Mar 20, 2026 11am',
        'is a Friday, not a Saturday',
        'they contradict each other',
      ],
      ['03/20/2026 9am - 03/20/1926 11am', 'has a year outside of 2000 to 2100', 'no job is in such a year'],
      ['03/20/2026 9am - 03/20/2026 2:30', 'may be morning or afternoon', 'nothing says which'],
      ['03/20/2026 2:30 - 03/20/2026 4pm', 'may be morning or afternoon', 'nothing says which'],
    ].map(([given = '', refused = '', why = '']) => ({ given, refused, why })),
    ...[
      'March 20, 2026 9:00am - 11:00am (Eastern Time - US & Canada)',
      '03/20/2026 9:00 AM - 11:00 AM (UTC-05:00) Eastern Time (US & Canada)',
      '03/20/2026 9-11am Eastern Time (US and Canada)',
    ].map((given) => ({
      given,
      becomes: '2026-03-20 09:00:00 11:00:00',
      why: 'as written, with the zone as calendars name it',
    })),
    {
      given: '2026-03-20T09:00:00-04:00',
      becomes: '2026-03-20 09:00:00',
      why: 'as written, with its own zone',
    },
    {
      given: '2026-03-20T09:00:00-04:00[America/New_York]',
      becomes: '2026-03-20 09:00:00',
      why: 'as written',
    },
    { given: '2026-03-20 9:00 AM EST', becomes: '2026-03-20 09:00:00', why: 'as written, with its own zone' },
    {
      given: 'Fri Mar 20 2026 09:00:00 GMT-0400 (Eastern Daylight Time)',
      becomes: '2026-03-20 09:00:00',
      why: 'as written',
    },
    ...[
      '2026-03-20T13:00:00.000000Z',
      '2026-03-20 13:00 UTC',
      '2026-03-20 13:00 GMT',
      '2026-03-20T13:00:00+00:00',
      'Fri, 20 Mar 2026 13:00:00 GMT',
      '20260320T130000Z',
    ].map((given) => ({ given, becomes: '2026-03-20 09:00:00', why: 'UTC, moved to New York' })),
    {
      given: '2026-03-21T00:30:00Z',
      becomes: '2026-03-20 20:30:00',
      why: 'in New York it is the evening before',
    },
    {
      given: '2026-01-20T14:00:00Z',
      becomes: '2026-01-20 09:00:00',
      why: 'in winter New York is an hour further away',
    },
    {
      given: '2026-03-20T00:00:00Z',
      becomes: '2026-03-20',
      why: 'sheets and databases write a day like this',
    },
    { given: '2026-03-20T00:00:00', becomes: '2026-03-20', why: 'midnight means the whole day' },
    { given: '2026-03-20T04:00:00Z', becomes: '2026-03-20', why: 'midnight in New York' },
    ...[
      ['12/11/2026', '2026-12-11'],
      ['12/12/2026', '2026-12-12'],
      ['04.04.2026', '2026-04-04'],
      ['01/31/2026', '2026-01-31'],
      ['1/1/2000', '2000-01-01'],
      ['12/31/2100', '2100-12-31'],
      ['1/1/24', '2024-01-01'],
      ['12/31/49', '2049-12-31'],
      ['20260320 9am', '2026-03-20 09:00:00'],
      ['03/20/2026 9am till 03/20/2026 11am', '2026-03-20 09:00:00 11:00:00'],
      ['03/20/2026 9am til 03/20/2026 11am', '2026-03-20 09:00:00 11:00:00'],
    ].map(([given = '', becomes = '']) => ({ given, becomes, why: 'where one day becomes another' })),
    ...everyMonth,
    ...everyWeekday,
    ...refusedDays,
  ],
};
