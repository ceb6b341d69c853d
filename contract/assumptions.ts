import { childPointer, isObject, member, pointerKeys, valueAt } from './json.ts';
import type { JsonObject } from './json.ts';

export interface Assumption {
  /** Where in the document the mark stands. */
  pointer: string;
  /** The same for people, e.g. `GET /leads/{id}` or `LeadUpdate.city`. */
  what: string;
}

/** Takes an OpenAPI document; returns every place marked `x-evidence: assumed`, in the document's order. */
export function assumptionsOf(document: JsonObject): Assumption[] {
  return markedBelow(document, '').map((pointer) => ({ pointer, what: phrase(document, pointer) }));
}

function markedBelow(value: unknown, pointer: string): string[] {
  if (!isObject(value) && !Array.isArray(value)) return [];
  const below = Object.entries(value).flatMap(([key, child]) =>
    markedBelow(child, childPointer(pointer, key)),
  );
  return member(value, 'x-evidence') === 'assumed' ? [pointer, ...below] : below;
}

function phrase(document: JsonObject, pointer: string): string {
  const keys = pointerKeys(pointer);
  const words: string[] = [];
  let at = '';
  const take = (): string => {
    const key = keys.shift() ?? '';
    at = childPointer(at, key);
    return key;
  };
  while (keys.length > 0) {
    const kind = take();
    const word = PHRASES[kind];
    if (word) words.push(word(take, () => valueAt(document, at)));
  }
  return words.join('').trim() + constraint(valueAt(document, pointer));
}

type Phrase = (take: () => string, node: () => unknown) => string;

const parameter: Phrase = (take, node) => {
  take();
  return ` ${String(member(node(), 'in'))} ${String(member(node(), 'name'))}`;
};
const alternative: Phrase = (take) => {
  take();
  return '';
};

/** What each key of a document contributes; the others say nothing to people. */
const PHRASES: Readonly<Record<string, Phrase | undefined>> = {
  paths: (take) => {
    const path = take();
    return `${take().toUpperCase()} ${path}`;
  },
  webhooks: (take) => {
    const name = take();
    take();
    return `delivery ${name}`;
  },
  parameters: parameter,
  responses: (take) => ` answer ${take()}`,
  headers: (take) => ` header ${take()}`,
  requestBody: () => ' body',
  content: alternative,
  schemas: (take) => take(),
  properties: (take) => `.${take()}`,
  items: () => '[]',
  allOf: alternative,
  anyOf: alternative,
  oneOf: alternative,
  'x-known-values': (take, node) => {
    take();
    return ` value ${String(member(node(), 'value'))}`;
  },
};

// A mark on a bare rule ("these are required") names nothing of its own, so the rule is what is said.
function constraint(node: unknown): string {
  const required = member(node, 'required');
  if (Array.isArray(required) && !isObject(member(node, 'allOf')) && member(node, 'type') === undefined) {
    return ` requires ${required.join(', ')}`;
  }
  const least = member(node, 'minItems');
  return typeof least === 'number' ? ` has at least ${least}` : '';
}
