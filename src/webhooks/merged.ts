import { isBlank, isObject } from '../lib/guards.ts';

/**
 * Puts what an event says over what is known: what is empty in it overwrites nothing. Parts with fields of their own,
 * which an event may shorten to an id, count only where nothing else is known.
 */
export function merged(
  known: Record<string, unknown>,
  said: Record<string, unknown>,
): Record<string, unknown> {
  const over = Object.entries(said).filter(
    ([key, value]) =>
      !isBlank(value) && (!hasFields(value) || !Object.hasOwn(known, key) || isBlank(known[key])),
  );
  return { ...said, ...known, ...Object.fromEntries(over) };
}

function hasFields(value: unknown): boolean {
  return Array.isArray(value) ? value.some(hasFields) : isObject(value);
}
