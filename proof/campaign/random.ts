import { seededRandom } from '../../sandbox/seeded_random.ts';

/** A row of chances that is the same for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  next: () => number;
  /** A whole number below `end`. */
  below: (end: number) => number;
  chance: (probability: number) => boolean;
  /** Throws RangeError when there is nothing to pick from. */
  pick: <T>(from: readonly T[]) => T;
}

/** Makes a row of chances. */
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
