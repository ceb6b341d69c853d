import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';

const BOUNDS = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
] as const;

/**
 * Takes any part of an OpenAPI 3.0 document; returns a copy whose schemas say the same in the JSON Schema of
 * 3.1: `nullable` becomes null as an alternative, an exclusive bound becomes a number.
 */
export function modernSchemas(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(modernSchemas);
  if (!isObject(part)) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, modernSchemas(value)] as const);
  return withNull(withNumericBounds(Object.fromEntries(entries)));
}

function withNumericBounds(schema: JsonObject): JsonObject {
  const modern = { ...schema };
  for (const [bound, exclusive] of BOUNDS) {
    if (typeof modern[exclusive] !== 'boolean') continue;
    const { [bound]: limit, [exclusive]: isExclusive } = schema;
    Reflect.deleteProperty(modern, exclusive);
    if (isExclusive === true && limit !== undefined) {
      Reflect.deleteProperty(modern, bound);
      modern[exclusive] = limit;
    }
  }
  return modern;
}

function withNull(schema: JsonObject): JsonObject {
  if (typeof schema.nullable !== 'boolean') return schema;
  const { nullable, ...rest } = schema;
  return nullable ? { anyOf: [rest, { type: 'null' }] } : rest;
}
