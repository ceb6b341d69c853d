import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { cacheModes, type CacheMode } from './account.ts';

/** What the command line asks for. */
export interface Options {
  seed: number;
  runs: number;
  deliveries: number;
  writers: number;
  cache: CacheMode;
}

const seeds = 2 ** 31;
const usage = `Usage: npm run campaign -- [--seed N] [--runs N] [--deliveries N] [--writers N] [--cache ${cacheModes.join('|')}]`;

/**
 * Reads the command line. A seed that is not given is drawn.
 * @throws Error with a sentence and the usage when it asks for something else
 */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { seed: text, runs: text, deliveries: text, writers: text, cache: text },
  });
  const whole = (name: keyof typeof values, fallback: number, least: number): number => {
    const value = Number(values[name] ?? fallback);
    if (!Number.isInteger(value) || value < least) {
      throw new Error(`--${name} takes a whole number from ${least} on.\n${usage}`);
    }
    return value;
  };
  const cache = cacheModes.find((mode) => mode === (values.cache ?? 'works'));
  if (cache === undefined) throw new Error(`--cache takes ${cacheModes.join(', ')}.\n${usage}`);
  return {
    seed: whole('seed', randomInt(seeds), 0),
    runs: whole('runs', 5_000, 0),
    deliveries: whole('deliveries', 2_500, 0),
    writers: whole('writers', 16, 1),
    cache,
  };
}
