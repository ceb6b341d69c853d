import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/**
 * Runs the garbage collector. The platform ends a process that uses more than 450 MB, even if most of that is garbage.
 * @throws TypeError when this Node cannot do that
 */
export function collectGarbage(): void {
  if (typeof collect !== 'function') throw new TypeError('This Node does not collect garbage on demand.');
  Reflect.apply(collect, undefined, []);
}
