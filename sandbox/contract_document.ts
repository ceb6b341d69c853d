import { readFile } from 'node:fs/promises';
import { ApiError } from './api_error.ts';

let document: string | undefined;

/**
 * The OpenAPI document that `GET /openapi.json` returns: contract/openapi.yaml as JSON text, read at the first call.
 * @throws ApiError 404 when the file is not there
 */
export async function readContract(): Promise<string> {
  if (document !== undefined) return document;
  const [{ parse }, yaml] = await Promise.all([
    import('yaml'),
    readFile(contractFile, 'utf8').catch(missing),
  ]);
  const contract: unknown = parse(yaml);
  document = JSON.stringify(contract);
  return document;
}

const contractFile = new URL('../contract/openapi.yaml', import.meta.url);

function missing(): never {
  throw new ApiError(404, 'not_found', 'The contract is not installed beside the sandbox.');
}
