import { expect, test } from '@jest/globals';
import { randomOf } from '../../../proof/campaign/random.ts';
import { campaignOfWrites } from '../../../proof/campaign/write_campaign.ts';
import { appThat } from '../../support/app_that.ts';
import { withoutMemoryLimit } from '../../support/memory.ts';

withoutMemoryLimit();

// With this seed the campaign begins with a form that is sent once.
const once = { runs: 1, writers: 1, cache: 'works', troubles: [] } as const;
const seed = 2;

/** How many minutes lie between the times, rounded down. */
function minutesBetween(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => Math.floor((time - (times[index] ?? 0)) / 60_000));
}

test('a step that fails is replayed after 5 and 30 minutes, 1, 3 and 6 hours, and then gives up', async () => {
  const times: number[] = [];
  const app = appThat(() => {
    times.push(Date.now());
    return Promise.reject(new Error('Nothing was saved.'));
  });

  const tally = await campaignOfWrites({ ...once, app, random: randomOf(seed) });

  expect(tally).toMatchObject({ writes: 1, replays: 5, endedInWords: 1, silentEnds: 0, losses: 0 });
  expect(minutesBetween(times)).toEqual([5, 30, 60, 180, 360]);
});

test('a step that is throttled runs again after the seconds that it asked for, and has all its replays left', async () => {
  const times: number[] = [];
  const app = appThat(async (z) => {
    times.push(Date.now());
    if (times.length <= 2) throw new z.errors.ThrottledError('Busy.', 120);
    return Promise.reject(new Error('Nothing was saved.'));
  });

  await campaignOfWrites({ ...once, app, random: randomOf(seed) });

  expect(minutesBetween(times)).toEqual([2, 2, 5, 30, 60, 180, 360]);
});
