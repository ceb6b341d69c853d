import { isObject } from '../src/lib/guards.ts';
import { childPointer, member, valueAt, type JsonObject } from './json.ts';

/**
 * An OpenAPI document whose `$ref`s can be followed. It returns the document's own objects, not copies, so that they
 * can be used as keys of a map.
 */
export class ApiDocument {
  /** Every object in the document, in the order of the document, with its JSON pointer. */
  readonly pointers = new Map<JsonObject, string>();
  readonly root: JsonObject;

  /** Takes a document as `parseContract` returns it. */
  constructor(root: JsonObject) {
    this.root = root;
    this.#index(root, '');
  }

  #index(value: unknown, pointer: string): void {
    if (isObject(value)) {
      // A YAML alias uses the same object in several places: its first pointer counts.
      if (this.pointers.has(value)) return;
      this.pointers.set(value, pointer);
    }
    for (const [key, child] of entriesOf(value)) this.#index(child, childPointer(pointer, key));
  }

  /**
   * Takes a reference such as `#/components/schemas/Lead`; returns the object that it refers to, or undefined when
   * there is none or the value is no reference into this document.
   */
  target(reference: unknown): JsonObject | undefined {
    if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
    const found = valueAt(this.root, decodeURIComponent(reference.slice(1)));
    return isObject(found) ? found : undefined;
  }

  /**
   * Takes any part of the document; returns the object itself or, when it is a `$ref`, the object that it refers to;
   * undefined when the part is no object.
   * @throws TypeError when a reference leads nowhere, in a circle, or out of the document
   */
  follow(part: unknown): JsonObject | undefined {
    const seen = new Set<unknown>();
    let at = isObject(part) ? part : undefined;
    while (typeof at?.$ref === 'string') {
      const reference = at.$ref;
      if (!reference.startsWith('#')) throw new TypeError(`${reference} is outside of the document.`);
      if (seen.has(at)) throw new TypeError(`The reference to ${reference} runs in a circle.`);
      seen.add(at);
      at = this.target(reference);
      if (at === undefined) throw new TypeError(`The reference to ${reference} leads nowhere.`);
    }
    return at;
  }

  /**
   * Takes an object and the key of a list or a map in it; returns the objects in there, each with its key or index,
   * with references followed. Empty when there is no such list or map.
   * @throws TypeError as `follow` does
   */
  children(part: unknown, key: string): [string, JsonObject][] {
    return entriesOf(member(part, key)).flatMap(([name, value]) => {
      const child = this.follow(value);
      const found: [string, JsonObject][] = child === undefined ? [] : [[name, child]];
      return found;
    });
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) || Array.isArray(value) ? Object.entries(value) : [];
}
