import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { sentenceOf } from '../command_line/command.ts';
import { isObject } from '../src/lib/guards.ts';
import { ApiDocument } from './api_document.ts';
import { member, type JsonObject } from './json.ts';
import { modernSchemas } from './modern_schemas.ts';
import { listCalls } from './operations.ts';

const TIMEOUT_MS = 10_000;

/**
 * Takes the path of an OpenAPI 3 document in YAML or JSON; returns it as `parseContract` does.
 * @throws TypeError, SyntaxError or YAMLParseError as `parseContract` does; Error when the file cannot be read
 */
export function loadContract(file: string): JsonObject {
  return parseContract(readFileSync(file, 'utf8'));
}

/**
 * Takes the text of an OpenAPI 3 document in YAML or JSON; returns it parsed, with schemas in the form of version 3.1.
 * @throws TypeError when it is no OpenAPI 3 document; SyntaxError or YAMLParseError when it is no JSON or YAML
 */
export function parseContract(text: string): JsonObject {
  const given: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text, { merge: true });
  const version = member(given, 'openapi');
  const isOld = typeof version === 'string' && version.startsWith('3.0');
  const document = isOld ? modernSchemas(given) : given;
  if (typeof version === 'string' && version.startsWith('3.') && isObject(document)) return document;
  throw new TypeError('This is no OpenAPI 3 document: it has no field openapi that begins with "3.".');
}

/**
 * Takes the path or URL of an OpenAPI 3 document; returns it as `parseContract` does, with references that can all be
 * followed.
 * @throws Error that names the document when it cannot be read or is no OpenAPI 3 document
 */
export async function fetchContract(source: string): Promise<JsonObject> {
  try {
    const text = /^https?:/i.test(source) ? await download(source) : await readFile(source, 'utf8');
    const contract = parseContract(text);
    listCalls(new ApiDocument(contract)); // Throws when a reference cannot be followed.
    return contract;
  } catch (cause) {
    throw new Error(`The OpenAPI document ${source} cannot be read: ${sentenceOf(cause)}`, { cause });
  }
}

async function download(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`the answer was ${answer.status}.`);
  return answer.text();
}
