import { beforeEach } from '@jest/globals';
import type { ResourceName } from '../../sandbox/sandbox.ts';
import { isObject } from '../../src/lib/guards.ts';
import type { RunningZap } from '../../workbench/zap.ts';
import { movingClock, type MovingClock } from './moving_clock.ts';
import { openOffice, type Item, type Office } from './office.ts';
import { openZaps } from './zaps.ts';

/** An office in New York whose clock a test moves, with Zaps that are polled at given moments. */
export interface PolledZaps {
  office: Office;
  clock: MovingClock;
  turnOn: (key: string, input?: Item) => Promise<RunningZap>;
  /** What the Zap is started for by a poll at this moment. The journal then has this poll alone. */
  startedAt: (moment: string, zap: RunningZap) => Promise<Item[]>;
  /** The ids of these. */
  idsAt: (moment: string, zap: RunningZap) => Promise<unknown[]>;
  /** Adds a record, and returns its id. */
  seed: (resource: ResourceName, fields?: Item) => string;
}

/** Opens such an office for the tests of a file. Each test begins without leads, clients and jobs. */
export function polledZaps(): PolledZaps {
  const clock = movingClock();
  const office = openOffice({ now: clock.now });
  const zaps = openZaps(office);
  beforeEach(() => {
    for (const resource of ['leads', 'clients', 'jobs'] as const)
      for (const { id } of office.sandbox.records(resource)) office.sandbox.remove(resource, String(id));
    office.sandbox.clearJournal();
  });
  const startedAt = async (moment: string, zap: RunningZap): Promise<Item[]> => {
    clock.moveTo(moment);
    const before = zap.runs.length;
    office.sandbox.clearJournal();
    await zap.poll();
    return zap.runs.slice(before).map(({ given }) => (isObject(given.trigger) ? given.trigger : {}));
  };
  return {
    office,
    clock,
    turnOn: (key, input = {}) =>
      zaps.on({ name: key, timezone: 'America/New_York', trigger: { key, input }, steps: [] }),
    startedAt,
    idsAt: async (moment, zap) => (await startedAt(moment, zap)).map(({ id }) => id),
    seed: (resource, fields = {}) => String(office.sandbox.seed(resource, 1, () => fields)[0]),
  };
}
