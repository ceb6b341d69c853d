import { filled, isObject } from '../lib/guards.ts';

// Documented: the answer to a registration carries the secret. Assumed: as `secret`. Of several, the first of these.
const names = ['secret', 'webhook_secret', 'signing_secret', 'signing_key', 'secret_key'];
const deepest = 4;
// What stands in place of a secret that is not shown.
const masked = /[*•●…]|\.{3}|^x+$|redacted|hidden/i;

/**
 * Finds the signing secret in an answer, wherever it stands.
 * @param answer the parsed JSON
 * @returns undefined when there is none, or only a masked one
 */
export function secretIn(answer: unknown): string | undefined {
  for (const name of names) {
    const found = memberNamed(answer, name, deepest);
    if (found !== undefined) return found;
  }
  return undefined;
}

function memberNamed(value: unknown, name: string, depth: number): string | undefined {
  if (Array.isArray(value)) return memberNamed(value.length === 1 ? value[0] : undefined, name, depth);
  if (!isObject(value)) return undefined;
  const own = Object.hasOwn(value, name) ? filled(value[name]) : undefined;
  if (own !== undefined && !masked.test(own)) return own;
  if (depth === 0) return undefined;
  return Object.values(value)
    .map((inner) => memberNamed(inner, name, depth - 1))
    .find((found) => found !== undefined);
}
