import { isObject } from '../src/lib/guards.ts';
import type { ApiDocument } from './api_document.ts';
import type { Keyword } from './checks.ts';
import type { JsonObject } from './json.ts';
import { listCalls } from './operations.ts';
import type { Path } from './places.ts';

/** One statement of our document about a place in the API, such as the type of a field. */
export interface Claim {
  path: Path;
  keyword: Keyword;
  /** The schema with the keyword; for `described`, the schema or the part that describes the place. */
  schema: JsonObject;
}

/** A part of our document that is marked `x-evidence: assumed`, with every claim it makes about the API. */
export interface Assumption {
  /** The JSON pointer to the marked part. */
  pointer: string;
  claims: Claim[];
}

const COMPARED = ['type', 'required', 'enum', 'pattern', 'minItems'] as const;

/**
 * Takes our document; returns its assumptions in the document's order. A mark applies to everything inside of the
 * marked part, except to what has a mark of its own or is only referred to.
 * @throws TypeError as `ApiDocument.follow` does
 */
export function assumptionsOf(document: ApiDocument): Assumption[] {
  const assumptions = new Map<JsonObject, Assumption>();
  for (const [part, pointer] of document.pointers) {
    if (part['x-evidence'] === 'assumed') assumptions.set(part, { pointer, claims: [] });
  }

  const visit = (
    schema: unknown,
    path: Path,
    outer: Assumption | undefined,
    trail: readonly unknown[],
  ): void => {
    if (!isObject(schema) || trail.includes(schema)) return;
    const { $ref, allOf, anyOf, oneOf, properties, items, 'x-known-values': known } = schema;
    const own = assumptions.get(schema) ?? outer;
    const next = [...trail, schema];
    for (const keyword of COMPARED) if (keyword in schema) own?.claims.push({ path, keyword, schema });
    for (const one of [known].flat().filter(isObject)) {
      assumptions.get(one)?.claims.push({ path, keyword: 'enum', schema: { enum: [one.value] } });
    }
    visit(document.target($ref), path, undefined, next);
    for (const combined of [allOf, anyOf, oneOf].flat()) visit(combined, path, own, next);
    visit(items, [...path, '[]'], own, next);
    for (const [name, field] of Object.entries(isObject(properties) ? properties : {})) {
      if (!isObject(field)) continue;
      const place = [...path, name];
      (assumptions.get(field) ?? own)?.claims.push({ path: place, keyword: 'described', schema: field });
      visit(field, place, own, next);
    }
  };

  for (const { call, parts } of listCalls(document)) {
    for (const [name, { source, schema }] of parts) {
      const path = name === '' ? [call] : [call, name];
      const own = assumptions.get(source);
      own?.claims.push({ path, keyword: 'described', schema: source });
      visit(schema, path, own, []);
    }
  }
  return [...assumptions.values()];
}
