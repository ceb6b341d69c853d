import { isObject } from '../lib/guards.ts';

const deepest = 3;
const most = 40;
// What looks different may be a value in the place of a key: an address, a number, a secret.
const usual = /^[a-z_][a-z_-]{0,30}\d?$/i;

/** What keys a body has, in words for the log: none of its values, and no key that may be one. */
export function keysOf(body: unknown): string {
  if (body === undefined) return 'it is neither JSON nor a form.';
  const keys = [...new Set(pathsIn(body, '', deepest))].slice(0, most);
  return keys.length === 0 ? 'it has no keys.' : `its keys are ${keys.join(', ')}.`;
}

function pathsIn(value: unknown, path: string, depth: number): string[] {
  if (depth === 0) return [];
  if (Array.isArray(value))
    return value
      .slice(0, most)
      .flatMap((entry: unknown) => pathsIn(entry, `${path.slice(0, -1)}[].`, depth - 1));
  return Object.entries(isObject(value) ? value : {})
    .slice(0, most)
    .flatMap(([key, inner]) => {
      const own = `${path}${usual.test(key) ? key : '…'}`;
      return [own, ...pathsIn(inner, `${own}.`, depth - 1)];
    });
}
