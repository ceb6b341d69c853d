import { childPointer, isObject, member, valueAt } from './json.ts';
import type { JsonObject } from './json.ts';
import type { Located } from './located.ts';

/** A step into a value: a field's name, or `[]` for what a list holds. */
export type Step = string;

/** What a document says about one place in a value: its schemas, that there is no such place, or nothing. */
export type Place = Located[] | 'lacks' | 'unsaid';

const COMBINED = ['allOf', 'anyOf', 'oneOf'] as const;

/** Takes a document and a pointer to a schema; returns it with every schema that it refers to or combines. */
export function schemasFrom(document: JsonObject, pointer: string, seen = new Set<string>()): Located[] {
  const value = valueAt(document, pointer);
  if (!isObject(value) || seen.has(pointer)) return [];
  seen.add(pointer);
  const others = [
    ...(typeof value.$ref === 'string' ? [decodeURIComponent(value.$ref.replace(/^#/, ''))] : []),
    ...COMBINED.flatMap((key) => {
      const list = value[key];
      const at = childPointer(pointer, key);
      return Array.isArray(list) ? list.map((_, index) => childPointer(at, index)) : [];
    }),
  ];
  return [{ pointer, value }, ...others.flatMap((other) => schemasFrom(document, other, seen))];
}

/** Takes a document, the schemas of a value and steps into it; returns what is said about the place they lead to. */
export function placeAt(document: JsonObject, schemas: Place, steps: readonly Step[]): Place {
  return steps.reduce<Place>((place, step) => stepInto(document, place, step), schemas);
}

function stepInto(document: JsonObject, place: Place, step: Step): Place {
  if (typeof place === 'string') return 'unsaid';
  const [kind, keys] = step === '[]' ? ['array', ['items']] : ['object', ['properties', step]];
  const found = place.flatMap(({ pointer }) => {
    const at = keys.reduce<string>(childPointer, pointer);
    const schema = valueAt(document, at);
    if (schema === true) return [{ pointer: at, value: {} }];
    return schemasFrom(document, at);
  });
  if (found.length > 0) return found;
  const types = typesOf(place);
  const elsewhere = types.length > 0 && !types.includes(kind);
  const listed = kind === 'object' && place.some(({ value }) => isObject(value.properties));
  return elsewhere || listed ? 'lacks' : 'unsaid';
}

/** Takes steps into a value; returns them in words: `services[].sqft`. */
export function inDots(steps: readonly Step[]): string {
  return steps.join('.').replaceAll('.[]', '[]');
}

/** Takes schemas of one value; returns the JSON types that they name, whole numbers as numbers. */
export function typesOf(schemas: readonly Located[]): string[] {
  const named = schemas.flatMap(({ value: { type, const: fixed, enum: values } }) => [
    ...[type].flat().filter((one) => typeof one === 'string'),
    ...(fixed === undefined ? [] : [typeof fixed]),
    ...(type === undefined && Array.isArray(values) ? values.map((one) => typeof one) : []),
  ]);
  return [...new Set(named.map((one) => (one === 'integer' ? 'number' : one)))];
}

/** Takes schemas of one value and a keyword; returns everything that is written under it, lists taken apart. */
export function saidOf(schemas: readonly Located[], keyword: string): unknown[] {
  return schemas.flatMap(({ value }) => {
    const said = member(value, keyword);
    const list: unknown[] = Array.isArray(said) ? said : [said];
    return said === undefined ? [] : list;
  });
}
