import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { runCommand } from './command_line.ts';
import { operations } from './definition.ts';
import { operationsDoc } from './operations_doc.ts';
import { recordCalls } from './record_calls.ts';

const file = 'docs/operations.md';
const usage = {
  call: 'npm run -s docs -- [options]',
  about: `Writes ${file} anew, from the definition and from a run of each operation against the sandbox.`,
  options: [['--check', 'writes nothing, and ends with 1 when the file is not what it would write']],
} as const;

process.exitCode = await runCommand(usage, async (args) => {
  const { check } = parseArgs({ args, options: { check: { type: 'boolean' } } }).values;
  const options = await resolveConfig(file);
  const doc = await format(operationsDoc(operations, await recordCalls()), {
    ...options,
    parser: 'markdown',
  });
  if (check !== true) writeFileSync(file, doc);
  else if (doc !== readFileSync(file, 'utf8')) {
    throw new Error(`${file} is stale: write it anew with npm run docs.`);
  }
});
