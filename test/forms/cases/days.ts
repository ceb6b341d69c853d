import type { CaseTable } from './case_table.ts';

const monthFirst = 'write the month first, like 03/20/2026, or 2026-03-20';

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
    { given: '03/20/2026 9-11am', becomes: '2026-03-20 09:00:00 11:00:00', why: 'a range is start and end' },
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
    {
      given: 'Fri 03/04/2026',
      refused: 'is a Wednesday, not a Friday',
      why: 'day and weekday contradict each other',
    },
    {
      given: 'Tuesday, March 20, 2026',
      refused: 'is a Friday, not a Tuesday',
      why: 'they contradict each other',
    },
    { given: 'Thu Mar 20 2026', refused: 'is a Friday, not a Thursday', why: 'they contradict each other' },
    { given: '20.03.2026', refused: monthFirst, why: 'the day comes first' },
    { given: '20/03/2026', refused: monthFirst, why: 'the day comes first' },
    { given: '04.03.2026', refused: monthFirst, why: 'between dots it may be March 4 or April 3' },
    { given: '12/30/1899', refused: 'is not a date', why: "a spreadsheet's day zero" },
    { given: '31/12/1899', refused: monthFirst, why: 'the day comes first' },
    ...['0026-03-20', '03/20/99', '1970-01-01', '9999-12-31'].map((given) => ({
      given,
      refused: 'has a year outside of 2000 to 2100',
      why: 'no job is in such a year',
    })),
    ...['46101', '46101.375', '0.375', '1773997200'].map((given) => ({
      given,
      refused: "is a spreadsheet's number: format its column as a date",
      why: 'a number is no day',
    })),
    { given: '02/30/2026', refused: 'is a day that does not exist', why: 'February has no 30' },
    { given: '03/20/2026 2:30', refused: 'may be morning or afternoon', why: 'nothing says which' },
    ...[
      'tomorrow',
      '3/20',
      'March 2026',
      'March 20 10am',
      '20 mars 2026',
      '03/20/2026 or 03/21/2026',
      '03/20/2026 - 03/22/2026',
      'asap',
    ].map((given) => ({
      given,
      refused: 'is not a date: write it like 03/20/2026 or 2026-03-20',
      why: 'it names no single day',
    })),
  ],
};
