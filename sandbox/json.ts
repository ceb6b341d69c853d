import * as zod from 'zod';

export type Json = Record<string, unknown>;

const objectSchema = zod.record(zod.string(), zod.unknown());

/** True for a plain object: not null, not an array. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a JSON text. Throws a SyntaxError when it is none. */
export function parseJson(text: string): unknown {
  return JSON.parse(text);
}

/** The object of a JSON text that was stored as one. */
export function parseObject(text: string): Json {
  return objectSchema.parse(parseJson(text));
}

/** The value of a JSON text, or the text itself when it is none; null for no text. */
export function readLoosely(text: string): unknown {
  if (text === '') return null;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** JSON with sorted keys: equal for equal values, however they were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
