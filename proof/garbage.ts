import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Collects garbage: the platform ends a process that grows past 450 MB, also when most of that is garbage. */
export function collectGarbage(): void {
  if (typeof collect !== 'function') throw new TypeError('This Node does not collect garbage on demand.');
  Reflect.apply(collect, undefined, []);
}
