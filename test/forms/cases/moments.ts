import type { CaseTable } from './case_table.ts';

export const moments: CaseTable = {
  title: 'When an estimate expires',
  takes:
    'A day, at whose end it expires, or a moment. A zone that is written counts; without one it is your time zone.',
  action: 'update_estimate',
  key: 'expires_at',
  cases: [
    { given: '2026-04-19T17:00:00+0530', becomes: '2026-04-19T11:30:00.000Z', why: 'east of UTC' },
    { given: '2026-04-19 5:00 AEST', refused: 'is not a date', why: 'a zone that we do not know' },
    { given: '04/19/2026', becomes: '2026-04-20T03:59:59.999Z', why: 'the end of that day in New York' },
    { given: '04/19/2026 5pm', becomes: '2026-04-19T21:00:00.000Z', why: 'five in New York' },
    {
      given: '2026-04-19 17:00 EST',
      becomes: '2026-04-19T22:00:00.000Z',
      why: 'EST is five hours behind UTC',
    },
    {
      given: '2026-04-19 17:00 EDT',
      becomes: '2026-04-19T21:00:00.000Z',
      why: 'EDT is four hours behind UTC',
    },
    ...[
      '04/19/2026 5:00 PM (Eastern Time - US & Canada)',
      '04/19/2026 5:00 PM (UTC-05:00) Eastern Time (US & Canada)',
      '04/19/2026 5:00 PM (GMT-04:00) Eastern Time - New York',
      '04/19/2026 5:00 PM (UTC-04:00)',
    ].map((given) => ({ given, becomes: '2026-04-19T21:00:00.000Z', why: 'calendars name zones like this' })),
    {
      given: '04/19/2026 5:00 PM (GMT-07:00) Eastern Time - New York',
      refused: 'is not a date',
      why: 'the zone is never so far from UTC',
    },
    {
      given: '2026-04-19 17:00 PST',
      becomes: '2026-04-20T01:00:00.000Z',
      why: 'PST is eight hours behind UTC',
    },
    {
      given: '2026-04-19 17:00 CT',
      becomes: '2026-04-19T22:00:00.000Z',
      why: 'in April Chicago is on summer time',
    },
    {
      given: 'Sun Apr 19 2026 17:00:00 GMT-0400 (Eastern Daylight Time)',
      becomes: '2026-04-19T21:00:00.000Z',
      why: 'JavaScript writes it like this',
    },
    { given: '2026-04-19T00:00:00.000Z', becomes: '2026-04-19T00:00:00.000Z', why: 'a moment in UTC stays' },
    {
      given: '2026-03-08 02:30',
      refused: 'is left out when the clocks go forward',
      why: 'there is no such moment',
    },
    {
      given: '2026-11-01 01:30',
      refused: 'comes twice when the clocks go back',
      why: 'there are two such moments',
    },
    { given: '04/19/2026 3-5pm', refused: 'is not a date', why: 'it expires once' },
    { given: 'in 30 days', refused: 'is not a date', why: 'it names no day' },
  ],
};
