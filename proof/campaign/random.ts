import { seededRandom } from '../../sandbox/seeded_random.ts';

/** Random choices that can be repeated: the same seed gives the same choices. */
export interface Random {
  /** A number from 0 to below 1. */
  next: () => number;
  /** A whole number from 0 to below `end`. */
  below: (end: number) => number;
  /** True with this probability. */
  chance: (probability: number) => boolean;
  /** One of the items. Throws RangeError when there are none. */
  pick: <T>(from: readonly T[]) => T;
}

/** Starts random choices from a seed. */
export function randomOf(seed: number): Random {
  const next = seededRandom(seed);
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const [picked] = from.slice(below(from.length));
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
  };
}
