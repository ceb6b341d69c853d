import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject } from '../src/lib/guards.ts';
import type { ApiDocument } from './api_document.ts';
import { breach, type Breach } from './exchange.ts';
import type { JsonObject } from './json.ts';

/** Checks by the schemas of a document, which are as in OpenAPI 3.1; each is compiled when first needed. */
export class Schemas {
  readonly #strict: (schema: unknown) => ValidateFunction;
  readonly #lenient: (schema: unknown) => ValidateFunction;

  constructor(document: ApiDocument) {
    this.#strict = compiler(document, false);
    this.#lenient = compiler(document, true);
  }

  /** Takes a schema of the document, a JSON value and where it stands; returns what is wrong with the value. */
  check(schema: unknown, value: unknown, where: string): Breach[] {
    return breaches(this.#strict(schema), value, where);
  }

  /** The same for a text from a URL or a header, which may stand for a number, a boolean or a list of one. */
  checkText(schema: unknown, text: string, where: string): Breach[] {
    return breaches(this.#lenient(schema), text, where).map((one) => ({ ...one, where }));
  }
}

// Each schema is compiled where it stands, so that schemas may refer to each other, also in circles.
function compiler(document: ApiDocument, fromText: boolean): (schema: unknown) => ValidateFunction {
  // OpenAPI adds keywords and formats of its own, so Ajv must pass over those that it does not know.
  const options = {
    strict: false,
    validateSchema: false,
    meta: false,
    allErrors: true,
    logger: false,
  } as const;
  const ajv = new Ajv2020(fromText ? { ...options, coerceTypes: 'array' } : options);
  formats.default(ajv);
  ajv.addSchema(document.root, 'contract.json');
  const compiled = new Map<unknown, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known) return known;
    const pointer = isObject(schema) ? document.pointers.get(schema) : undefined;
    const fragment = pointer?.split('/').map(encodeURIComponent).join('/');
    const value = fragment === undefined ? (schema ?? true) : { $ref: `contract.json#${fragment}` };
    // Ajv can turn a text into a number only where it hangs on an object.
    const validate = ajv.compile({ properties: { value } });
    compiled.set(schema, validate);
    return validate;
  };
}

function breaches(validate: ValidateFunction, value: unknown, where: string): Breach[] {
  validate({ value });
  const errors = validate.errors ?? [];
  // "must be null" and "must match one of" say nothing when an alternative says what is wrong in particular.
  const particular = errors.filter((error) => !isAlternative(error));
  const isEcho = (error: ErrorObject): boolean =>
    isAlternative(error) && particular.some((other) => other.instancePath.startsWith(error.instancePath));
  return errors.filter((error) => !isEcho(error)).map((error) => breachOf(error, where));
}

function isAlternative({ keyword, params }: ErrorObject): boolean {
  return keyword === 'anyOf' || (keyword === 'type' && params.type === 'null');
}

function breachOf(
  { keyword, instancePath, message = keyword, ...error }: ErrorObject,
  whole: string,
): Breach {
  const params: JsonObject = error.params;
  const where = whole + instancePath.slice('/value'.length);
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === 'string') return breach('undescribed', `${where}/${extra}`, 'is not described');
  const lacking = params.missingProperty;
  if (typeof lacking === 'string') return breach('missing', `${where}/${lacking}`, 'is missing');
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return breach('refused', where, message + allowed);
}
