import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { isObject } from '../src/lib/guards.ts';
import { ApiDocument } from './api_document.ts';
import { member, type JsonObject } from './json.ts';
import { messageOf } from './message_of.ts';
import { modernSchemas } from './modern_schemas.ts';
import { listCalls } from './operations.ts';

const TIMEOUT_MS = 10_000;

/** Takes the path of a file in YAML or JSON; returns the contract in it. Throws as `parseContract` does. */
export function loadContract(file: string): JsonObject {
  return parseContract(readFileSync(file, 'utf8'));
}

/**
 * Takes the text of an OpenAPI 3 document in YAML or JSON; returns it with schemas as in 3.1.
 * @throws TypeError when it is none
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
 * Takes a file or a URL of an OpenAPI 3 document; returns the contract in it.
 * @throws Error with a sentence when it cannot be read or is no such document
 */
export async function fetchContract(source: string): Promise<JsonObject> {
  try {
    const text = /^https?:/i.test(source) ? await download(source) : await readFile(source, 'utf8');
    const contract = parseContract(text);
    listCalls(new ApiDocument(contract)); // Throws for a reference that cannot be followed.
    return contract;
  } catch (cause) {
    throw new Error(`The OpenAPI document ${source} cannot be read: ${messageOf(cause)}`, { cause });
  }
}

async function download(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`the answer was ${answer.status}.`);
  return answer.text();
}
