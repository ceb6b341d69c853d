import { childPointer, isObject, valueAt } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Part } from './parts.ts';
import { schemasFrom } from './places.ts';
import type { Step } from './places.ts';

/** A place in what an operation takes or gives that a schema is about. */
export interface Site {
  part: Part;
  steps: Step[];
}

const MAX_DEPTH = 8;

/** Takes a document and its parts; returns, by the pointer to each schema, every place that the schema is about. */
export function sitesOf(document: JsonObject, parts: readonly Part[]): Map<string, Site[]> {
  const sites = new Map<string, Site[]>();

  const visit = (pointer: string, part: Part, steps: Step[]): void => {
    if (steps.length > MAX_DEPTH) return;
    for (const schema of schemasFrom(document, pointer)) {
      sites.set(schema.pointer, [...(sites.get(schema.pointer) ?? []), { part, steps }]);
      const { properties, items } = schema.value;
      const fields = childPointer(schema.pointer, 'properties');
      for (const name of Object.keys(isObject(properties) ? properties : {})) {
        visit(childPointer(fields, name), part, [...steps, name]);
      }
      if (isObject(items)) visit(childPointer(schema.pointer, 'items'), part, [...steps, '[]']);
    }
  };

  for (const part of parts) {
    if (part.schema !== undefined && valueAt(document, part.schema) !== undefined)
      visit(part.schema, part, []);
  }
  return sites;
}
