import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { sectionOf } from './changelog.ts';
import { runCommand } from './command_line.ts';
import { operations } from './definition.ts';
import { outlineFile, outlineOf, readOutline, readReleasedOutline } from './outline.ts';
import { refusalOf } from './refusal.ts';

const usage = {
  call: 'npm run -s snapshot',
  about: `Takes the outline of the app's definition, ${outlineFile}, anew, once package.json has the version that the changes
since the last release need and CHANGELOG.md names what changed.`,
};

process.exitCode = await runCommand(usage, (args) => {
  parseArgs({ args });
  const now = outlineOf(packageJson.version, operations);
  const before = readReleasedOutline() ?? readOutline();
  const section = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), now.version) ?? '';
  const refusal = refusalOf(before, now, section);
  if (refusal !== undefined) throw new Error(refusal);
  writeFileSync(outlineFile, `${JSON.stringify(now, null, 2)}\n`);
});
