import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { loadContract } from '../../contract/load_contract.ts';
import { member, type JsonObject } from '../../contract/json.ts';
import { isObject, parseJson } from '../../src/lib/guards.ts';

const source = 'contract/openapi.yaml';
const folder = 'node_modules/.cache/contract';
const file = `${folder}/openapi.json`;

/**
 * The project's contract. YAML takes a quarter of a second to parse, which two dozen test files would do: all but the
 * first read it as JSON, as long as the YAML is the same.
 */
export function ownContract(): JsonObject {
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex');
  const kept = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : undefined;
  const contract = member(kept, 'contract');
  if (member(kept, 'hash') === hash && isObject(contract)) return contract;
  const parsed = loadContract(source);
  mkdirSync(folder, { recursive: true });
  // Another test file may read at this moment: it finds the old file or the new one, never half of it.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ hash, contract: parsed }));
  renameSync(own, file);
  return parsed;
}
