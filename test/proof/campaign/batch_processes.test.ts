import { expect, test } from '@jest/globals';
import { randomOf } from '../../../proof/campaign/random.ts';
import { campaignOfWrites } from '../../../proof/campaign/write_campaign.ts';
import { withoutMemoryLimit } from '../../support/memory.ts';

withoutMemoryLimit();

test('in other processes the same seed sends the same forms, and their counts come back', async () => {
  const options = { runs: 12, writers: 4, cache: 'works', troubles: ['drop_after', 'list_lags'] } as const;
  const reports: string[] = [];
  const report = (line: string): void => void reports.push(line);

  const apart = await campaignOfWrites({ ...options, processes: 2, report, random: randomOf(6) });
  const here = await campaignOfWrites({ ...options, random: randomOf(6) });

  const { scenarios, writes, referenced, doubleClicks } = here;
  expect(apart).toMatchObject({ scenarios, writes, referenced, doubleClicks });
  expect([...apart.faults.keys()]).toEqual(['drop_after']);
  expect(apart.found).toBeGreaterThan(0);
  expect(reports.at(-1)).toBe(`writes: ${writes} of 12`);
}, 60_000);
