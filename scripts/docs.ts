import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { command, readOptions, runAsProcess } from '../proof/command.ts';
import { operations } from './definition.ts';
import { operationsDoc } from './operations_doc.ts';
import { recordCalls } from './record_calls.ts';

const file = 'docs/operations.md';
const usage = `Usage: npm run docs -- [options]
  --check  writes nothing; ends with 1 when ${file} is not what would be written
  --help   shows this`;

await runAsProcess(
  command(usage, async (args, { stderr }) => {
    const { check = false } = readOptions(args, { check: { type: 'boolean' } });
    const options = await resolveConfig(file);
    const doc = await format(operationsDoc(operations, await recordCalls()), {
      ...options,
      parser: 'markdown',
    });
    if (!check) {
      writeFileSync(file, doc);
      return 0;
    }
    if (doc === readFileSync(file, 'utf8')) return 0;
    stderr.write(`${file} is stale: write it anew with npm run docs.\n`);
    return 1;
  }),
);
