import type { CaseTable } from './case_table.ts';

export const times: CaseTable = {
  title: 'A time',
  takes:
    "9am, 9:00 AM, 14:30, a range such as 9-11am, or a calendar's start time: then its day has to be the job's.",
  action: 'create_job',
  key: 'scheduled_time_start',
  at: ({ scheduled_time_start, scheduled_time_end }) =>
    [scheduled_time_start, scheduled_time_end].filter(Boolean).join(' '),
  cases: [
    ...['12:00 PM (noon)', '12:00 noon'].map((given) => ({ given, becomes: '12:00:00', why: 'noon' })),
    ...['2026-03-20T00:00:00-04:00', '00:00:00', '12:00 AM', '12/30/1899 12:00:00 AM'].map((given) => ({
      given,
      refused: 'is midnight, which means no time',
      why: 'all-day events and empty cells say so',
    })),
    { given: '12-11am', refused: 'ends before it starts', why: 'nobody starts at midnight' },
    { given: '09:00 -05:00', refused: 'has two meanings', why: 'an end, or the distance from UTC' },
    ...[
      '9am',
      '9 AM',
      '9:00 AM',
      '9:00 a.m.',
      '9:00 a. m.',
      '09:00',
      '0900',
      '9.00am',
      '09:00:00',
      '9:00 AM Eastern',
      '9:00 AM EST',
    ].map((given) => ({ given, becomes: '09:00:00', why: 'a time in the morning' })),
    ...['2:30 PM', '14:30', '1430', '2.30pm', '14h30'].map((given) => ({
      given,
      becomes: '14:30:00',
      why: 'a time in the afternoon',
    })),
    ...['noon', '12 noon', '12pm'].map((given) => ({ given, becomes: '12:00:00', why: 'noon' })),
    { given: 'midnight', becomes: '00:00:00', why: 'the day begins' },
    { given: '03/20/2026', refused: 'is not a time', why: 'a day has no time in it' },
    { given: '7:15', becomes: '07:15:00', why: 'nobody starts at 7:15 in the evening' },
    { given: '02:30', becomes: '02:30:00', why: 'the zero says that the clock has 24 hours' },
    ...[
      '9-11am',
      '9:00 AM - 11:00 AM',
      'between 9 and 11 am',
      '9 to 11 am',
      'Morning (9am-11am)',
      '9:00-11:00',
    ].map((given) => ({ given, becomes: '09:00:00 11:00:00', why: 'a range is start and end' })),
    { given: '11-1pm', becomes: '11:00:00 13:00:00', why: 'the start is before the end' },
    ...['2026-03-20T11:00:00-04:00', '03/20/2026 11:00 AM', '2026-03-20T15:00:00Z'].map((given) => ({
      given,
      becomes: '11:00:00',
      why: "a calendar's start on the job's day",
    })),
    { given: '12/30/1899 9:00:00 AM', becomes: '09:00:00', why: 'sheets write a time with their day zero' },
    {
      given: '2026-03-21T11:00:00-04:00',
      refused: 'is on 2026-03-21, but the job is on 2026-03-20',
      why: 'two days',
    },
    ...['2:30', '1:00', '6:59', '130'].map((given) => ({
      given,
      refused: 'may be morning or afternoon',
      why: 'nothing says which',
    })),
    { given: '0.375', refused: "is a spreadsheet's number", why: 'a number is no time' },
    ...['9', '25:00', '9:60', 'anytime', 'Friday', '21:00 PM', '9 to 5'].map((given) => ({
      given,
      refused: 'is not a time: write it like 9:00 AM or 14:30',
      why: 'it names no time',
    })),
    {
      given: '13:00Z',
      refused: 'is in UTC: write the time at the customer',
      why: 'without a day nobody knows',
    },
    { given: '10am - 9am', refused: 'ends before it starts', why: 'a range goes forward' },
  ],
};
