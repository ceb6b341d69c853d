import { isObject } from '../src/lib/guards.ts';

export type JsonObject = Record<string, unknown>;

/** Takes a JSON pointer and a key below it; returns the key's own pointer (RFC 6901). */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Takes a JSON value and a key; returns what is there, undefined when nothing is. */
export function member(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value.at(Number(key));
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Takes a JSON value and a pointer into it; returns what is there, undefined when nothing is. */
export function valueAt(value: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')).reduce(member, value);
}
