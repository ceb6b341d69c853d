import { describe, expect, test } from '@jest/globals';
import type { BeforeRequestMiddleware } from 'zapier-platform-core';
import App from '../../../index.ts';
import { broken } from '../../../proof/campaign/blame.ts';
import { campaignOfDeliveries } from '../../../proof/campaign/delivery_campaign.ts';
import { DeliveryTally } from '../../../proof/campaign/delivery_tally.ts';
import { deliveryTable, writeTable } from '../../../proof/campaign/print.ts';
import { randomOf } from '../../../proof/campaign/random.ts';
import { campaignOfWrites } from '../../../proof/campaign/write_campaign.ts';
import { faultClasses, plainFaults } from '../../../proof/campaign/fault_classes.ts';
import { weather } from '../../../proof/campaign/weather.ts';
import { WriteTally } from '../../../proof/campaign/write_tally.ts';
import { faultSchema } from '../../../sandbox/faults.ts';
import { isObject, parseJson } from '../../../src/lib/guards.ts';
import { newLead as genuine } from '../../../src/triggers/new_lead.ts';
import { withoutMemoryLimit } from '../../support/memory.ts';

const patienceMs = 60_000;
const small = (runs: number) => ({ runs, writers: 8, random: randomOf(20261123), cache: 'works' }) as const;
const everyWay = 2;
const plain = { troubles: plainFaults.map(({ name }) => name) };

withoutMemoryLimit();

describe('a small campaign', () => {
  test(
    'finds that every write happened once, under every fault that does not deceive',
    async () => {
      // With this seed the requests fail in all of these ways, not in a few.
      const tally = await campaignOfWrites({ ...small(40), ...plain, random: randomOf(everyWay) });

      expect(tally).toMatchObject({ losses: 0, wrongMerges: 0, lies: 0, unreadable: [] });
      expect(tally.duplicates).toBe(tally.doubled);
      expect(tally.faults.size).toBeGreaterThan(6);
      expect(tally.expected).toBe(tally.found - tally.leftBehind - tally.doubled);
      expect(writeTable(tally, 1)).toMatch(/\| duplicates +\| +0 \|\n/);
    },
    patienceMs,
  );

  test(
    'finds that genuine deliveries start a Zap once and forged ones never',
    async () => {
      const tally = await campaignOfDeliveries(small(100));

      expect(tally.offenders).toEqual([]);
      expect(tally).toMatchObject({ acceptedForgeries: 0, crashes: 0, missed: 0, firedTwice: 0 });
      expect(Object.values(tally.deliveries).every((count) => count > 10)).toBe(true);
      expect(deliveryTable(tally, 1)).toMatch(/\| accepted forgeries +\| +0 \|\n/);
    },
    patienceMs,
  );

  test(
    'notices when idempotency is sabotaged: a cache that is emptied between replays',
    async () => {
      const tally = await campaignOfWrites({ ...small(30), ...plain, cache: 'forgets' });

      expect(tally.duplicates).toBeGreaterThan(0);
      expect(tally.referencedDuplicates).toBe(0);
      expect(tally.offenders[0]).toMatch(/no reference\n {2}duplicate: \d records instead of \d/);
    },
    patienceMs,
  );

  test(
    'keeps the promise of a Unique Reference when the cache does not answer at all',
    async () => {
      const tally = await campaignOfWrites({ ...small(24), ...plain, cache: 'fails' });

      expect(tally.referenced).toBeGreaterThan(5);
      expect(tally).toMatchObject({ referencedDuplicates: 0, losses: 0, wrongMerges: 0, unreadable: [] });
    },
    patienceMs,
  );

  test('without any fault loses, doubles and gives up nothing', async () => {
    const tally = await campaignOfWrites(small(12), 0);

    expect(tally).toMatchObject({ doubled: 0, duplicates: 0, lies: 0, silentEnds: 0, offenders: [] });
    expect(tally.found).toBe(tally.expected);
  });
});

describe('an app that is broken on purpose', () => {
  test(
    'duplicates records, when its writes carry another idempotency key each time',
    async () => {
      const anotherKey: BeforeRequestMiddleware = (request) => {
        const headers = { ...request.headers, 'Idempotency-Key': crypto.randomUUID() };
        return { ...request, headers };
      };
      const app = { ...App, beforeRequest: [App.beforeRequest ?? [], anotherKey].flat() };

      const tally = await campaignOfWrites({ ...small(80), ...plain, app });

      expect(tally.referencedDuplicates).toBeGreaterThan(0);
      expect(broken('works', tally, new DeliveryTally())).toBeGreaterThan(0);
    },
    patienceMs,
  );

  test(
    'accepts forgeries and fires twice, when it believes whatever arrives',
    async () => {
      const perform = (_z: unknown, { rawRequest }: { rawRequest?: { content?: string } }) => {
        const envelope = parseJson(rawRequest?.content ?? '');
        const data = isObject(envelope) && isObject(envelope.data) ? envelope.data : {};
        return [{ id: String(data.lead_id ?? data.id) }];
      };
      const newLead = { ...genuine, operation: { ...genuine.operation, perform } };
      const app = { ...App, triggers: { ...App.triggers, new_lead: newLead } };

      const tally = await campaignOfDeliveries({ ...small(60), app });

      expect(tally.acceptedForgeries).toBeGreaterThan(0);
      expect(tally.offenders.join('\n')).toMatch(/new_lead, .*: acceptedForgeries/);
    },
    patienceMs,
  );
});

describe('the exit code', () => {
  const writes = (found: Partial<WriteTally> = {}) => Object.assign(new WriteTally(), found);
  const deliveries = (found: Partial<DeliveryTally> = {}) => Object.assign(new DeliveryTally(), found);

  test('blames every broken promise', () => {
    expect(broken('works', writes(), deliveries())).toBe(0);
    expect(broken('works', writes({ duplicates: 1, losses: 2, wrongMerges: 3 }), deliveries())).toBe(6);
    expect(broken('works', writes({ lies: 1, silentEnds: 2 }), deliveries())).toBe(3);
    expect(broken('works', writes(), deliveries({ missed: 1, firedTwice: 1 }))).toBe(2);
  });

  test('spares the duplicates that nothing could prevent after a call of the cache had failed', () => {
    expect(broken('works', writes({ duplicates: 3, forgottenDuplicates: 2 }), deliveries())).toBe(1);
  });

  test.each(['forgets', 'fails'] as const)(
    'given a cache that %s, counts only the promises that need no cache',
    (cache) => {
      const duplicates = 9;
      expect(broken(cache, writes({ duplicates }), deliveries({ firedTwice: 1 }))).toBe(0);
      expect(broken(cache, writes({ duplicates, referencedDuplicates: 1 }), deliveries())).toBe(1);
      expect(broken(cache, writes({ duplicates, losses: 1 }), deliveries({ acceptedForgeries: 1 }))).toBe(2);
    },
  );
});

describe('the faults of a campaign', () => {
  test('are of every kind that the sandbox knows', () => {
    const kinds = weather(randomOf(7), 'POST', faultClasses, 0.5).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(faultSchema.shape.kind.options));
  });

  test('hit the given share of the requests', () => {
    const faults = weather(randomOf(7), 'POST', faultClasses, 0.3);
    const spared = faults.reduce((share, { probability = 0 }) => share * (1 - probability), 1);
    expect(spared).toBeCloseTo(0.7);
  });

  test('are counted by the name of their class', () => {
    const names = weather(randomOf(7), 'GET', faultClasses, 0.3).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(faultClasses.map(({ name }) => name)));
  });
});

test('given the same seed, the random choices are the same', () => {
  const row = (from: number): number[] => {
    const random = randomOf(from);
    return [random.next(), random.below(100), random.pick([1, 2, 3])];
  };
  expect(row(7)).toEqual(row(7));
  expect(row(7)).not.toEqual(row(8));
});
