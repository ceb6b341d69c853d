import { describe, expect, test } from '@jest/globals';
import { withoutMemoryLimit } from '../support/memory.ts';
import { broken } from '../../campaign/blame.ts';
import { campaignOfDeliveries } from '../../campaign/delivery_campaign.ts';
import { readOptions } from '../../campaign/options.ts';
import { deliveryTable, writeTable } from '../../campaign/print.ts';
import { seededRandom } from '../../campaign/random.ts';
import { campaignOfWrites } from '../../campaign/write_campaign.ts';
import { emptyTally } from '../../campaign/write_tally.ts';
import { emptyDeliveryTally } from '../../campaign/delivery_tally.ts';

const patienceMs = 60_000;
const seed = 20261123;
const small = { runs: 200, writers: 16 };

withoutMemoryLimit();

describe('a small campaign', () => {
  test(
    'finds that every write happened once, under every fault',
    async () => {
      const tally = await campaignOfWrites({ ...small, random: seededRandom(seed), cache: 'works' });

      expect(tally.offenders).toEqual([]);
      expect(tally).toMatchObject({ duplicates: 0, losses: 0, wrongMerges: 0, unreadable: [] });
      expect(tally.faults.size).toBe(10);
      expect(tally.expected).toBe(tally.found - tally.leftBehind - tally.doubled);
      expect(writeTable(tally, 1)).toMatch(/duplicates +0\n/);
    },
    patienceMs,
  );

  test(
    'finds that genuine deliveries start a Zap once and forged ones never',
    async () => {
      const tally = await campaignOfDeliveries({ ...small, random: seededRandom(seed), cache: 'works' });

      expect(tally.offenders).toEqual([]);
      expect(tally).toMatchObject({ acceptedForgeries: 0, crashes: 0, missed: 0, firedTwice: 0 });
      expect(Object.values(tally.deliveries).every((count) => count > 20)).toBe(true);
      expect(deliveryTable(tally, 1)).toMatch(/accepted forgeries +0\n/);
    },
    patienceMs,
  );

  test(
    'notices when idempotency is sabotaged: a cache that is emptied between replays',
    async () => {
      const tally = await campaignOfWrites({ ...small, random: seededRandom(seed), cache: 'forgets' });

      expect(tally.duplicates).toBeGreaterThan(0);
      expect(tally.referencedDuplicates).toBe(0);
      expect(tally.offenders[0]).toMatch(/no reference\n {2}duplicate: \d records instead of \d/);
    },
    patienceMs,
  );

  test(
    'keeps the promise of a Unique Reference when the cache does not answer at all',
    async () => {
      const tally = await campaignOfWrites({ ...small, random: seededRandom(seed), cache: 'fails' });

      expect(tally).toMatchObject({ referencedDuplicates: 0, losses: 0, wrongMerges: 0, unreadable: [] });
    },
    patienceMs,
  );

  test('without any fault loses, doubles and gives up nothing', async () => {
    const calm = { runs: 60, writers: 8, cache: 'works', faultShare: 0 } as const;
    const tally = await campaignOfWrites({ ...calm, random: seededRandom(seed) });

    expect(tally).toMatchObject({ replays: 0, gaveUp: 0, doubled: 0, duplicates: 0, offenders: [] });
    expect(tally.found).toBe(tally.expected);
  });
});

describe('the exit code', () => {
  const writes = emptyTally();
  const deliveries = emptyDeliveryTally();

  test('blames every broken promise', () => {
    expect(broken('works', writes, deliveries)).toBe(0);
    expect(broken('works', { ...writes, duplicates: 1, losses: 2, wrongMerges: 3 }, deliveries)).toBe(6);
    expect(broken('works', writes, { ...deliveries, missed: 1, firedTwice: 1 })).toBe(2);
  });

  test.each(['forgets', 'fails'] as const)(
    'blames only what does not rest on the cache when it %s',
    (cache) => {
      const duplicates = { ...writes, duplicates: 9 };
      expect(broken(cache, duplicates, { ...deliveries, firedTwice: 1 })).toBe(0);
      expect(broken(cache, { ...duplicates, referencedDuplicates: 1 }, deliveries)).toBe(1);
      expect(broken(cache, { ...duplicates, losses: 1 }, { ...deliveries, acceptedForgeries: 1 })).toBe(2);
    },
  );
});

describe('the command line', () => {
  test('draws a seed when none is given, and takes one that is', () => {
    expect(readOptions([])).toMatchObject({ seed: expect.any(Number), runs: 5_000, cache: 'works' });
    expect(readOptions(['--seed', '7', '--cache', 'fails'])).toMatchObject({ seed: 7, cache: 'fails' });
  });

  test.each([
    [['--runs', 'many'], '--runs takes a whole number from 0 on.'],
    [['--writers', '0'], '--writers takes a whole number from 1 on.'],
    [['--cache', 'explodes'], '--cache takes works, forgets, fails.'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });
});

test('the same seed gives the same chances', () => {
  const row = (from: number): number[] => {
    const random = seededRandom(from);
    return [random.next(), random.below(100), random.pick([1, 2, 3])];
  };
  expect(row(7)).toEqual(row(7));
  expect(row(7)).not.toEqual(row(8));
});
