import { isObject } from '../src/lib/guards.ts';
import { ApiDocument } from './api_document.ts';
import { member, type JsonObject } from './json.ts';
import { listCalls, type DescribedCall } from './operations.ts';
import { Schemas } from './schemas.ts';

/**
 * The path of a place in the API: a call, a part of the call, then the names of fields, with `[]` for the items of a
 * list. Example: `['POST /estimates', 'body', 'services', '[]', 'sqft']`.
 */
export type Path = readonly string[];

/** Answers what a document says about a place in the API. */
export class Places {
  readonly #document: ApiDocument;
  readonly #schemas: Schemas;
  readonly #calls: Map<string, DescribedCall['parts']>;

  /**
   * Takes an OpenAPI document as `parseContract` returns it. Throws a TypeError when a reference cannot be followed.
   */
  constructor(contract: JsonObject) {
    this.#document = new ApiDocument(contract);
    this.#schemas = new Schemas(this.#document);
    this.#calls = new Map(listCalls(this.#document).map(({ call, parts }) => [call, parts]));
  }

  /** Takes a path; returns whether the document describes the place. */
  describes(path: Path): boolean {
    return this.#at(path) !== undefined;
  }

  /**
   * Takes a path; returns whether the document leaves this place out: it describes the object, call or resource that
   * the place would be in, but not the place itself. False when the document says nothing about the surroundings
   * either.
   */
  lacks(path: Path): boolean {
    if (this.describes(path)) return false;
    const [call = '', name = '', ...steps] = path;
    if (name === '') return [...this.#calls.keys()].some((other) => resourceOf(other) === resourceOf(call));
    if (steps.length === 0) {
      // Documents often leave out errors. So a missing answer counts only if the document describes another success.
      const like = name.startsWith('answer ') ? 'answer 2' : '';
      const others = [...(this.#calls.get(call)?.keys() ?? [])];
      return name.startsWith(like) && others.some((other) => other.startsWith(like));
    }
    const around = path.slice(0, -1);
    const kind = steps.at(-1) === '[]' ? 'array' : 'object';
    const types = this.types(around);
    if (types.length > 0 && !types.includes(kind)) return true;
    return kind === 'object' && this.said(around, 'properties').some(isObject);
  }

  /**
   * Takes a path and a keyword; returns the keyword's values in all schemas of the place. A value that is a list is
   * returned as its items.
   */
  said(path: Path, keyword: string): unknown[] {
    return (this.#at(path) ?? []).flatMap((schema) => schema[keyword] ?? []);
  }

  /** Takes a path; returns the JSON types that the schemas of the place allow. `integer` is returned as `number`. */
  types(path: Path): unknown[] {
    const values = [...this.said(path, 'const'), ...this.said(path, 'enum')];
    const named = [
      ...this.said(path, 'type'),
      ...values.map((value) => (value === null ? 'null' : typeof value)),
    ];
    return named.map((type) => (type === 'integer' ? 'number' : type));
  }

  /** Takes a path and a value; returns whether at least one schema of the place refuses the value. */
  refuses(path: Path, value: unknown): boolean {
    return (this.#at(path) ?? []).some((schema) => this.#schemas.check(schema, value, '').length > 0);
  }

  // The schemas of a place: empty when the place is described without a schema, undefined when it is not described.
  #at([call = '', name = '', ...steps]: Path): JsonObject[] | undefined {
    const parts = this.#calls.get(call);
    // One document may describe `2XX` where the other describes `201`.
    const [, digit = '', isRange] = /^answer (\d)(XX)?/.exec(name) ?? [];
    const among = [...(parts?.keys() ?? [])].find((other) => isRange && other.startsWith(`answer ${digit}`));
    const part = parts?.get(name) ?? parts?.get(`answer ${digit}XX`) ?? parts?.get(among ?? name);
    const whole = part && this.#withRelated(part.schema);
    return steps.reduce<JsonObject[] | undefined>(
      (found, step) => found && this.#stepInto(found, step),
      whole,
    );
  }

  #stepInto(found: JsonObject[], step: string): JsonObject[] | undefined {
    const inner = found.map(({ properties, items }) => (step === '[]' ? items : member(properties, step)));
    const described = inner.filter((schema) => schema === true || isObject(schema));
    return described.length === 0 ? undefined : described.flatMap((schema) => this.#withRelated(schema));
  }

  // A schema, and all schemas that it refers to or combines by allOf, anyOf or oneOf.
  #withRelated(schema: unknown, seen = new Set<unknown>()): JsonObject[] {
    if (!isObject(schema) || seen.has(schema)) return [];
    seen.add(schema);
    const { $ref, allOf, anyOf, oneOf } = schema;
    const others = [this.#document.target($ref), allOf, anyOf, oneOf].flat();
    return [schema, ...others.flatMap((other) => this.#withRelated(other, seen))];
  }
}

/** Takes a path; returns it as a text for people: `POST /estimates body services[].sqft`. */
export function inWords([call, name, ...steps]: Path): string {
  return [call, name, steps.join('.').replaceAll('.[]', '[]')].filter(Boolean).join(' ');
}

function resourceOf(call: string): string | undefined {
  return /\/\w+/.exec(call)?.[0] ?? call;
}
