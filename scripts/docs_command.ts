import { readFileSync, writeFileSync } from 'node:fs';
import * as markdown from 'prettier/plugins/markdown';
import { format } from 'prettier/standalone';
import style from '../.prettierrc.json' with { type: 'json' };
import { command, readOptions, type Command } from '../command_line/command.ts';
import { caseTables } from '../test/forms/cases/all.ts';
import { choicesDoc } from './choices_doc.ts';
import { operations, visible } from './definition.ts';
import { differences } from '../test/tolerance/differences.ts';
import { fieldsDoc } from './fields_doc.ts';
import { operationsDoc } from './operations_doc.ts';
import { requestsDoc } from './requests_doc.ts';
import type { OperationRun } from './run_each_operation.ts';
import { toleranceDoc } from './tolerance_doc.ts';
import { withWriteStates } from './write_states_diagram.ts';

const operationsFile = 'docs/operations.md';
const requestsFile = 'docs/requests.md';
const choicesFile = 'docs/choices.md';
const fieldsFile = 'docs/what-fields-take.md';
const toleranceFile = 'docs/tolerance.md';
const reliabilityFile = 'docs/reliability.md';
const usage = {
  call: 'npm run -s docs -- [options]',
  about: `Writes ${operationsFile} and ${choicesFile} anew, from the definition, ${requestsFile}, from a run of each operation
against the sandbox, ${fieldsFile} and ${toleranceFile}, from the cases that the tests hold the app to, and the diagram in
${reliabilityFile}, from the table of a write's states.`,
  options: [['--check', 'writes nothing, and ends with 1 when a file is not what it would write']],
} as const;

/**
 * Makes `npm run docs`: writes the documents that are made from the code, or compares them.
 * @param runEach runs every operation; the command fails when it throws
 */
export function docsCommand(runEach: () => Promise<Record<string, Pick<OperationRun, 'requests'>>>): Command {
  return command(usage, async (args) => {
    const { check = false } = readOptions(args, { check: { type: 'boolean' } });
    const runs = Object.entries(await runEach());
    const calls = Object.fromEntries(runs.map(([key, { requests }]) => [key, requests]));
    const documents = {
      [operationsFile]: operationsDoc(operations),
      [choicesFile]: choicesDoc(visible),
      [requestsFile]: requestsDoc(operations, calls),
      [fieldsFile]: fieldsDoc(caseTables),
      [reliabilityFile]: withWriteStates(readFileSync(reliabilityFile, 'utf8')),
      [toleranceFile]: toleranceDoc(differences),
    };
    for (const [file, text] of Object.entries(documents)) {
      const doc = await format(text, { ...style, parser: 'markdown', plugins: [markdown] });
      if (!check) writeFileSync(file, doc);
      else if (doc !== readFileSync(file, 'utf8')) {
        throw new Error(`${file} is stale: write it anew with npm run docs.`);
      }
    }
    return 0;
  });
}
