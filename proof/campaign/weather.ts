import type { Fault } from '../../sandbox/sandbox.ts';
import type { FaultClass } from './fault_classes.ts';
import type { Random } from './random.ts';

const perClass = 2;

/**
 * Random faults for the requests of one method, to be given to the sandbox: some of each class.
 * @param share the share of these requests that fail, from 0 to 1
 */
export function weather(
  random: Random,
  method: 'GET' | 'POST',
  classes: readonly FaultClass[],
  share: number,
): Fault[] {
  const faults = classes.flatMap(({ name, variants }) =>
    Array.from({ length: perClass }, () => ({ ...random.pick(variants()), name })),
  );
  // The sandbox tries one fault after the other, so each needs a probability with which together they hit the share.
  const probability = 1 - (1 - share) ** (1 / faults.length);
  return faults.map((fault) => ({ ...fault, method, probability, seed: random.below(2 ** 31) }));
}
