import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject } from './json.ts';
import type { JsonObject } from './json.ts';
import { modernSchemas } from './modern_schemas.ts';

/** An OpenAPI 3 document with schemas as in 3.1. */
export interface Contract extends JsonObject {
  openapi: string;
}

/** Takes the path of a file in YAML or JSON; returns the contract in it. Throws as `parseContract` does. */
export function loadContract(file: string): Contract {
  return parseContract(readFileSync(file, 'utf8'));
}

/** Takes the text of an OpenAPI 3 document; returns the contract. Throws when it is none. */
export function parseContract(text: string): Contract {
  const json = text.trimStart().startsWith('{');
  const document: unknown = json ? JSON.parse(text) : parse(text, { merge: true });
  const openapi = isObject(document) ? document.openapi : undefined;
  if (typeof openapi !== 'string' || !openapi.startsWith('3.')) {
    throw new TypeError('This is no OpenAPI 3 document: it has no field openapi that begins with "3.".');
  }
  const modern = openapi.startsWith('3.0') ? modernSchemas(document) : document;
  return { ...(isObject(modern) ? modern : {}), openapi };
}
