import type { ReadingCase } from './case_table.ts';

const monthFirst = 'write the month first, like 03/20/2026, or 2026-03-20';

/** What is written into a date and names no single day, or has two meanings. */
export const refusedDays: ReadingCase[] = [
  ...['Sunday', 'Monday', 'Wednesday', 'Saturday'].map((weekday) => ({
    given: `${weekday}, March 20, 2026`,
    refused: `is a Friday, not a ${weekday}`,
    why: 'day and weekday contradict each other',
  })),
  { given: '13/13/2026', refused: 'is a day that does not exist', why: 'no month is the thirteenth' },
  { given: '13/12/2026', refused: monthFirst, why: 'the day comes first' },
  { given: '01.12.2026', refused: monthFirst, why: 'between dots it may be January 12 or December 1' },
  ...['1/1/23', '1/1/50', '12/31/1999', '1/1/2101'].map((given) => ({
    given,
    refused: 'has a year outside of 2000 to 2100',
    why: 'no job is in such a year',
  })),
  { given: '03/20/2026 9am - 03/20/2026 9am', refused: 'ends before it starts', why: 'a range goes forward' },
  ...['03/20/2026 EST', '202603201', 'Friday', '112/30/1899'].map((given) => ({
    given,
    refused: 'Date',
    why: 'it names no day',
  })),
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
    '03/20/2026 9am, 03/20/2026 11am',
    '03/20/2026 9am - 03/20/2026',
    '03/20/2026 9-10am - 03/20/2026 11am',
    '03/20/2026 9am - 03/20/2026 10-11am',
    '03/20/2026 9am EST - 03/20/2026 11am',
    'asap',
  ].map((given) => ({
    given,
    refused: 'is not a date: write it like 03/20/2026 or 2026-03-20',
    why: 'it names no single day',
  })),
];
