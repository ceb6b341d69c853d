import { childPointer, isObject, member, valueAt } from './json.ts';
import type { JsonObject } from './json.ts';

/** A part of a document together with where it stands, so that its schemas can be compiled in place. */
export interface Located {
  pointer: string;
  value: JsonObject;
}

/**
 * Takes a document and a pointer; returns the object there, or, when that is a reference, the object it leads
 * to; undefined when there is none. Throws when a reference leads nowhere, in a circle, or out of the document.
 */
export function locate(document: JsonObject, pointer: string): Located | undefined {
  const seen = new Set<string>();
  let at = pointer;
  for (;;) {
    const value = valueAt(document, at);
    if (!isObject(value)) {
      if (seen.size === 0) return undefined;
      throw new TypeError(`The reference to #${at} leads nowhere.`);
    }
    if (typeof value.$ref !== 'string') return { pointer: at, value };
    if (!value.$ref.startsWith('#')) throw new TypeError(`${value.$ref} is outside of the document.`);
    if (seen.has(at)) throw new TypeError(`The reference to #${at} runs in a circle.`);
    seen.add(at);
    at = decodeURIComponent(value.$ref.slice(1));
  }
}

/** Takes a document, a part of it and a key; returns the object under that key as `locate` does. */
export function locateChild(document: JsonObject, part: Located, key: string | number): Located | undefined {
  return locate(document, childPointer(part.pointer, key));
}

/** Takes a document, a part of it and a key; returns each object in the array or map there, by its key. */
export function locateChildren(document: JsonObject, part: Located, key: string): Map<string, Located> {
  const children = new Map<string, Located>();
  const holder = member(part.value, key);
  const pointer = childPointer(part.pointer, key);
  for (const name of Object.keys(Array.isArray(holder) || isObject(holder) ? holder : {})) {
    const child = locate(document, childPointer(pointer, name));
    if (child) children.set(name, child);
  }
  return children;
}
