import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { operations } from './definition.ts';
import { operationsDoc } from './operations_doc.ts';
import { recordCalls } from './record_calls.ts';

/*
 * Writes docs/operations.md anew.
 */

const file = 'docs/operations.md';
const options = await resolveConfig(file);
writeFileSync(
  file,
  await format(operationsDoc(operations, await recordCalls()), { ...options, parser: 'markdown' }),
);
