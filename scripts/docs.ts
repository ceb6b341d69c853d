import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { operations } from './definition.ts';
import { operationsDoc } from './operations_doc.ts';
import { recordCalls } from './record_calls.ts';

/*
 * Writes docs/operations.md anew; with --check, exits 1 when it is not what it would write.
 */

const file = 'docs/operations.md';
const options = await resolveConfig(file);
const doc = await format(operationsDoc(operations, await recordCalls()), { ...options, parser: 'markdown' });
if (!process.argv.includes('--check')) {
  writeFileSync(file, doc);
} else if (doc !== readFileSync(file, 'utf8')) {
  process.stderr.write(`${file} is stale: write it anew with npm run docs.\n`);
  process.exitCode = 1;
}
