import * as zod from 'zod';

/** A JSON object. */
export type Json = Record<string, unknown>;

const objectSchema = zod.record(zod.string(), zod.unknown());

/** True for a plain object: not null, not an array. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON. Throws a SyntaxError when the text is not JSON. */
export function parseJson(text: string): unknown {
  return JSON.parse(text);
}

/** Parses JSON that must be an object. Throws a SyntaxError or a ZodError when it is not. */
export function parseObject(text: string): Json {
  return objectSchema.parse(parseJson(text));
}

/** Parses JSON if possible: returns the text itself when it is not JSON, and null for an empty text. */
export function readLoosely(text: string): unknown {
  if (text === '') return null;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** JSON with the keys of every object sorted, so that two equal values give the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
