import { isObject } from '../src/lib/guards.ts';
import { childPointer, member, valueAt, type JsonObject } from './json.ts';

/** An OpenAPI document in which references can be followed. What it gives are the document's own objects. */
export class ApiDocument {
  /** Every object in it, in its order, with the JSON pointer to it. */
  readonly pointers = new Map<JsonObject, string>();
  readonly root: JsonObject;

  /** Takes a document as `parseContract` gives it. */
  constructor(root: JsonObject) {
    this.root = root;
    this.#index(root, '');
  }

  #index(value: unknown, pointer: string): void {
    if (isObject(value)) {
      if (this.pointers.has(value)) return; // Written once in YAML and used again by an alias.
      this.pointers.set(value, pointer);
    }
    for (const [key, child] of entriesOf(value)) this.#index(child, childPointer(pointer, key));
  }

  /** Takes a reference, e.g. `#/components/schemas/Lead`; returns the object there; undefined for anything else. */
  target(reference: unknown): JsonObject | undefined {
    if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
    const found = valueAt(this.root, decodeURIComponent(reference.slice(1)));
    return isObject(found) ? found : undefined;
  }

  /**
   * Takes an object; returns it, or the one that it refers to; undefined for anything else.
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

  /** Takes an object and a key; returns each object in the list or map there, followed, with its own key. */
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
