import { isObject } from '../src/lib/guards.ts';

const EXCLUSIVE = new Map([
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
]);
const FLAGS = ['nullable', ...EXCLUSIVE.values()];

/**
 * Takes any part of an OpenAPI 3.0 document; returns a copy with its schemas in the form of version 3.1. `nullable:
 * true` becomes an `anyOf` with null; `exclusiveMinimum: true` becomes a number, and so does `exclusiveMaximum`.
 */
export function modernSchemas(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(modernSchemas);
  if (!isObject(part)) return part;
  const kept = Object.entries(part).filter(
    ([key, value]) => !FLAGS.includes(key) || typeof value !== 'boolean',
  );
  const entries = kept.map(([key, value]) => {
    const exclusive = EXCLUSIVE.get(key) ?? '';
    return [part[exclusive] === true ? exclusive : key, modernSchemas(value)];
  });
  const modern: unknown = Object.fromEntries(entries);
  return part.nullable === true ? { anyOf: [modern, { type: 'null' }] } : modern;
}
