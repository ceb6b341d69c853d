export type JsonObject = Record<string, unknown>;

/** Takes anything; returns whether it is a JSON object (neither an array nor null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes a JSON pointer and a key below it; returns the key's own pointer (RFC 6901). */
export function childPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Takes a JSON pointer; returns its keys, unescaped. */
export function pointerKeys(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Takes a JSON value and a key; returns what is there, undefined when nothing is. */
export function member(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value.at(Number(key));
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Takes a JSON value and a pointer into it; returns what is there, undefined when nothing is. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointerKeys(pointer).reduce(member, value);
}
