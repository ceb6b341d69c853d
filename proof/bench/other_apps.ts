import { table } from '../table.ts';

/** Where other apps stood when they were measured in the same way: paragraphs for the report. */
export const otherApps: readonly string[] = [
  '## Beside other apps',
  'Two public apps, measured on 2026-11-25 in one run on the same platform, each with 15 operations. This one has more than twice as many.',
  table(
    [
      'app',
      'loading × empty app',
      'loading and first step × empty app',
      'a further step, beyond an empty app',
    ],
    [
      ['Ghost', '1.210', '1.232', '0.7 ms'],
      ['Apify', '1.258', '1.276', 'not measured'],
    ],
  ),
];
