import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonObject } from './json.ts';

/** What is wrong with a value: where in it (a JSON pointer, empty for the whole) and why. */
export interface Problem {
  path: string;
  message: string;
}

export interface Schemas {
  /** Takes a pointer to a schema of the document and a JSON value; returns the value's problems. */
  check(pointer: string, value: unknown): Problem[];
  /** The same for a text from a URL or a header, which may stand for a number, a boolean or a list of one. */
  checkText(pointer: string, text: string): Problem[];
}

// Wrapping the value lets Ajv turn a text into a number: it can only replace what hangs on an object.
const WRAPPED = '/value';

/** Takes an OpenAPI document with schemas as in 3.1; returns checks by them, each compiled when first needed. */
export function createSchemas(document: JsonObject): Schemas {
  const strict = compiler(document, false);
  const lenient = compiler(document, true);
  return {
    check: (pointer, value) => problems(strict(pointer), value),
    checkText: (pointer, text) => problems(lenient(pointer), text),
  };
}

function compiler(document: JsonObject, fromText: boolean): (pointer: string) => ValidateFunction {
  // OpenAPI adds keywords and formats of its own, so Ajv must pass over those that it does not know.
  const options = { strict: false, validateSchema: false, allErrors: true, logger: false } as const;
  const ajv = new Ajv2020(fromText ? { ...options, coerceTypes: 'array' } : options);
  formats.default(ajv);
  ajv.addSchema(document, 'contract.json');
  const compiled = new Map<string, ValidateFunction>();
  return (pointer) => {
    const known = compiled.get(pointer);
    if (known) return known;
    const fragment = pointer.split('/').map(encodeURIComponent).join('/');
    const schema = { properties: { value: { $ref: `contract.json#${fragment}` } } };
    const validate = ajv.compile(schema);
    compiled.set(pointer, validate);
    return validate;
  };
}

function problems(validate: ValidateFunction, value: unknown): Problem[] {
  validate({ value });
  const errors = validate.errors ?? [];
  return errors.filter((error) => !isEcho(error, errors)).map(problem);
}

// "must be null" and "must match one of" say nothing when an alternative says what is wrong in particular.
function isEcho(error: ErrorObject, errors: ErrorObject[]): boolean {
  const particular = errors.filter((other) => !isAlternative(other));
  return (
    isAlternative(error) && particular.some((other) => other.instancePath.startsWith(error.instancePath))
  );
}

function isAlternative(error: ErrorObject): boolean {
  const params: JsonObject = error.params;
  return error.keyword === 'anyOf' || (error.keyword === 'type' && params.type === 'null');
}

function problem(error: ErrorObject): Problem {
  const path = error.instancePath.slice(WRAPPED.length);
  const params: JsonObject = error.params;
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === 'string') return { path: `${path}/${extra}`, message: 'is not described' };
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return { path, message: `${error.message ?? error.keyword}${allowed}` };
}
