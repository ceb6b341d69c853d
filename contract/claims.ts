import { isObject, member } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Step } from './places.ts';

/** One thing that a schema says of its own: at which place in the value, and what. */
export type Claim = { steps: Step[] } & (
  | { says: 'exists' }
  | { says: 'type'; types: string[] }
  | { says: 'required'; field: string }
  | { says: 'value'; value: unknown }
  | { says: 'form'; pattern: string; examples: unknown[] }
  | { says: 'minItems'; least: number }
);

/**
 * Takes a schema; returns what it says itself. What a reference leads to and what is marked on its own speak for
 * themselves.
 */
export function claimsOf(schema: JsonObject, steps: Step[] = []): Claim[] {
  const { properties, items, required, pattern, minItems, enum: values } = schema;
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  return [
    ...(types.length > 0 ? [{ steps, says: 'type', types } as const] : []),
    ...listed(required).map((field) => ({ steps, says: 'required', field: String(field) }) as const),
    ...listed(values).map((value) => ({ steps, says: 'value', value }) as const),
    ...(typeof pattern === 'string' ? [{ steps, says: 'form', pattern, examples } as const] : []),
    ...(typeof minItems === 'number' ? [{ steps, says: 'minItems', least: minItems } as const] : []),
    ...Object.entries(isObject(properties) ? properties : {}).flatMap(([name, field]) =>
      isMarked(field) ? [] : fieldClaims(field, [...steps, name]),
    ),
    ...(isObject(items) && !isMarked(items) ? claimsOf(items, [...steps, '[]']) : []),
  ];
}

/** Takes the schema of a field and the steps to it; returns that there is such a field, and what it says. */
export function fieldClaims(field: unknown, steps: Step[]): Claim[] {
  return [{ steps, says: 'exists' }, ...(isObject(field) ? claimsOf(field, steps) : [])];
}

function isMarked(schema: unknown): boolean {
  return member(schema, 'x-evidence') !== undefined;
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
