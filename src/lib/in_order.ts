import { isObject } from './guards.ts';

/**
 * The same JSON value with the keys of all its objects in alphabetical order. The fields of a form are read side by
 * side, so that their order is chance; but a replay has to send what was sent before, byte for byte.
 */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
