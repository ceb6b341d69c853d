import { readFile } from 'node:fs/promises';
import { parseContract } from './load_contract.ts';
import type { Contract } from './load_contract.ts';

const TIMEOUT_MS = 10_000;

/**
 * Takes a file or a URL of an OpenAPI 3 document; returns the document.
 * @throws Error with a sentence when it cannot be read or is no such document
 */
export async function readSpec(source: string): Promise<Contract> {
  try {
    return parseContract(/^https?:/i.test(source) ? await download(source) : await readFile(source, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The OpenAPI document ${source} cannot be read: ${reason}`, { cause });
  }
}

async function download(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`the answer was ${answer.status}.`);
  return answer.text();
}
