import { isObject } from '../src/lib/guards.ts';

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** Takes the JSON pointer of an object or list and a key in it; returns the pointer of the value there (RFC 6901). */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Takes a JSON value and a key or index; returns the value there, or undefined when there is none. */
export function member(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value.at(Number(key));
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Takes a JSON value and a JSON pointer into it; returns the value there, or undefined when there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')).reduce(member, value);
}
