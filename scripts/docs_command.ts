import { readFileSync, writeFileSync } from 'node:fs';
import * as markdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import style from '../.prettierrc.json' with { type: 'json' };
import { command, readOptions, type Command } from '../command_line/command.ts';
import { operations } from './definition.ts';
import { operationsDoc } from './operations_doc.ts';
import type { OperationRun } from './run_each_operation.ts';

const file = 'docs/operations.md';
const usage = {
  call: 'npm run -s docs -- [options]',
  about: `Writes ${file} anew, from the definition and from a run of each operation against the sandbox.`,
  options: [['--check', 'writes nothing, and ends with 1 when the file is not what it would write']],
} as const;

/**
 * Makes `npm run docs`: writes the document of all operations, or compares it.
 * @param runEach runs every operation; the command fails when it throws
 */
export function docsCommand(runEach: () => Promise<Record<string, OperationRun>>): Command {
  return command(usage, async (args) => {
    const { check = false } = readOptions(args, { check: { type: 'boolean' } });
    const runs = Object.entries(await runEach());
    const calls = Object.fromEntries(runs.map(([key, { requests }]) => [key, requests]));
    const doc = await format(operationsDoc(operations, calls), {
      ...style,
      parser: 'markdown',
      plugins: [markdown],
    });
    if (!check) writeFileSync(file, doc);
    else if (doc !== readFileSync(file, 'utf8')) {
      throw new Error(`${file} is stale: write it anew with npm run docs.`);
    }
    return 0;
  });
}
