import { readFileSync, writeFileSync } from 'node:fs';
import { command, readOptions } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';
import packageJson from '../package.json' with { type: 'json' };
import { sectionOf } from './changelog.ts';
import { operations } from './definition.ts';
import { outlineFile, outlineOf, readOutline, readReleasedOutline } from './outline.ts';
import { refusalOf } from './refusal.ts';

const usage = {
  call: 'npm run -s snapshot',
  about: `Takes the outline of the app's definition, ${outlineFile}, anew, once package.json has the version that the changes
since the last release need and CHANGELOG.md names what changed.`,
};

const snapshotCommand = command(usage, (args) => {
  readOptions(args, {});
  const now = outlineOf(packageJson.version, operations);
  const before = readReleasedOutline() ?? readOutline();
  const section = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), now.version) ?? '';
  const refusal = refusalOf(before, now, section);
  if (refusal !== undefined) throw new Error(refusal);
  writeFileSync(outlineFile, `${JSON.stringify(now, null, 2)}\n`);
  return 0;
});

await runAsProcess(snapshotCommand);
