import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isObject } from '../src/lib/guards.ts';
import type { ApiDocument } from './api_document.ts';
import { breach, type Breach } from './exchange.ts';
import type { JsonObject } from './json.ts';

/** Validates values by the schemas of an OpenAPI 3.1 document. Each schema is compiled when it is first used. */
export class Schemas {
  readonly #strict: (schema: unknown) => ValidateFunction;
  readonly #lenient: (schema: unknown) => ValidateFunction;

  constructor(document: ApiDocument) {
    this.#strict = compiler(document, false);
    this.#lenient = compiler(document, true);
  }

  /** Takes a schema of the document, a JSON value and its place; returns the breaches in the value. */
  check(schema: unknown, value: unknown, where: string): Breach[] {
    return breaches(this.#strict(schema), value, where);
  }

  /**
   * The same for a text from a URL or a header, which may also be read as a number, a boolean or a list of one item.
   */
  checkText(schema: unknown, text: string, where: string): Breach[] {
    return breaches(this.#lenient(schema), text, where).map((one) => ({ ...one, where }));
  }
}

// Each schema is compiled by its pointer into the whole document, so that schemas can refer to each other, even in
// circles.
function compiler(document: ApiDocument, fromText: boolean): (schema: unknown) => ValidateFunction {
  // OpenAPI has keywords and formats that are not part of JSON Schema: Ajv must ignore those that it does not know.
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
    // The value is validated as a field of an object, since only there can Ajv convert a text into a number.
    const validate = ajv.compile({ properties: { value } });
    compiled.set(schema, validate);
    return validate;
  };
}

function breaches(validate: ValidateFunction, value: unknown, where: string): Breach[] {
  validate({ value });
  const errors = validate.errors ?? [];
  // Leaves out "must be null" and "must match one of" when another error names the actual mistake.
  const specific = errors.filter((error) => !isAlternative(error));
  const isVague = (error: ErrorObject): boolean =>
    isAlternative(error) && specific.some((other) => other.instancePath.startsWith(error.instancePath));
  return errors.filter((error) => !isVague(error)).map((error) => breachOf(error, where));
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
