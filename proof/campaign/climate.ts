import type { Quirks } from '../../sandbox/sandbox.ts';
import { inProgressSpellings } from '../../sandbox/in_progress.ts';
import { faultClasses, type FaultClass } from './fault_classes.ts';
import type { Random } from './random.ts';

/** What is peculiar to the API for a while. */
interface Peculiarity {
  name: string;
  quirks: (random: Random) => Quirks;
}

const tenSeconds = 10_000;
const twoSeconds = 2_000;

const peculiarities: readonly Peculiarity[] = [
  { name: 'list_without_notes', quirks: () => ({ listsWithoutNotes: true }) },
  { name: 'list_with_short_times', quirks: () => ({ listsWithShortTimes: true }) },
  { name: 'list_with_iso_dates', quirks: () => ({ listsWithIsoDates: true }) },
  { name: 'list_with_labels', quirks: () => ({ listsWithLabels: true }) },
  { name: 'list_with_nested_client', quirks: () => ({ listsWithNestedClient: true }) },
  { name: 'list_without_seconds', quirks: () => ({ listsWithoutSeconds: true }) },
  { name: 'list_lags', quirks: () => ({ listLagMs: twoSeconds }) },
  { name: 'clock_behind', quirks: () => ({ clockBehindMs: tenSeconds }) },
  {
    name: 'running_spelled_otherwise',
    quirks: (random) => ({ inProgressSpelling: random.pick(inProgressSpellings) }),
  },
];

/** What else can go wrong, beside the requests and the API's peculiarities. */
const others = ['newer_records', 'client_appears', 'killed', 'cache_call_fails'] as const;

/** Everything that can go wrong in a campaign, by name. */
export const troubleNames: readonly string[] = [
  ...faultClasses.map(({ name }) => name),
  ...peculiarities.map(({ name }) => name),
  ...others,
];

/** What goes wrong while one office works. */
export interface Climate {
  faults: readonly FaultClass[];
  quirks: Quirks;
  /** The names of what applies to all writes of the office. */
  everywhere: readonly string[];
  /** Over a hundred records of each kind are added after the first writes. */
  newerRecords: boolean;
  /** Some customers become clients by other ways, between two tries of their job. */
  clientAppears: boolean;
  /** Zapier ends runs in their middle. */
  killed: boolean;
  /** Single calls of Zapier's cache fail. */
  cacheCallFails: boolean;
}

const fewClasses = 3;

/**
 * Draws what goes wrong in one office. In half of the offices requests fail in every way, in the others in a few, so
 * that it shows which of them does harm.
 * @param troubles the names of what may go wrong
 */
export function drawClimate(random: Random, troubles: readonly string[]): Climate {
  const allowed = faultClasses.filter(({ name }) => troubles.includes(name));
  const faults = random.chance(0.5) ? allowed : someOf(random, allowed, fewClasses);
  const peculiar = peculiarities.filter(({ name }) => troubles.includes(name));
  const chosen = random.chance(0.4) ? [] : someOf(random, peculiar, 1 + random.below(2));
  const has = (name: (typeof others)[number], share: number): boolean =>
    random.chance(share) && troubles.includes(name);
  const newerRecords = has('newer_records', 0.2);
  return {
    faults,
    quirks: chosen.reduce<Quirks>((all, { quirks }) => ({ ...all, ...quirks(random) }), {}),
    everywhere: [...chosen.map(({ name }) => name), ...(newerRecords ? ['newer_records'] : [])],
    newerRecords,
    clientAppears: has('client_appears', 0.5),
    killed: has('killed', 0.5),
    cacheCallFails: has('cache_call_fails', 0.3),
  };
}

function someOf<T>(random: Random, from: readonly T[], count: number): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.below(left.length), 1),
  ).flat();
}
