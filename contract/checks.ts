import { member, type JsonObject } from './json.ts';
import type { Path, Places } from './places.ts';

/** Whether another document agrees with a claim of ours, contradicts it, or says nothing about it. */
export type Agreement = 'confirmed' | 'contradicted' | 'unknown';

/** What a claim is about: a keyword of JSON Schema, or `described`: that there is such a field, part or call at all. */
export type Keyword = 'described' | 'type' | 'required' | 'enum' | 'pattern' | 'minItems';

/**
 * A check for each keyword. Takes another document's places, the path of a place, and our schema of it; returns whether
 * the other document agrees with ours about the keyword.
 */
export const checks: Readonly<Record<Keyword, (theirs: Places, path: Path, ours: JsonObject) => Agreement>> =
  {
    described(theirs, path) {
      if (theirs.describes(path)) return 'confirmed';
      return theirs.lacks(path) ? 'contradicted' : 'unknown';
    },
    type(theirs, path, ours) {
      const types = theirs.types(path);
      const same = list(ours.type).some((type) => types.includes(type === 'integer' ? 'number' : type));
      return agreement(types, same);
    },
    required(theirs, path, ours) {
      const required = theirs.said(path, 'required');
      const others = list(ours.required).filter((field) => !required.includes(field));
      if (others.length === 0) return 'confirmed';
      // When a request body has a list of required fields, all other fields are optional.
      const isOptional = path[1] === 'body' && required.length > 0;
      return isOptional || others.some((field) => theirs.lacks([...path, String(field)]))
        ? 'contradicted'
        : 'unknown';
    },
    enum(theirs, path, ours) {
      const allowed = [...theirs.said(path, 'enum'), ...theirs.said(path, 'const')];
      const known = theirs.said(path, 'x-known-values').map((entry) => member(entry, 'value'));
      if (list(ours.enum).every((value) => [...allowed, ...known].includes(value))) return 'confirmed';
      return agreement(allowed, false);
    },
    // Two different patterns cannot be compared, but if theirs refuses one of our examples, they contradict each other.
    pattern(theirs, path, ours) {
      if (theirs.said(path, 'pattern').includes(ours.pattern)) return 'confirmed';
      return list(ours.examples).some((example) => theirs.refuses(path, example))
        ? 'contradicted'
        : 'unknown';
    },
    minItems(theirs, path, ours) {
      const least = theirs.said(path, 'minItems');
      return agreement(least, least.includes(ours.minItems));
    },
  };

function agreement(theirs: readonly unknown[], agrees: boolean): Agreement {
  if (theirs.length === 0) return 'unknown';
  return agrees ? 'confirmed' : 'contradicted';
}

function list(value: unknown): unknown[] {
  return [value ?? []].flat();
}
