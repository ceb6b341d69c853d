import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { sectionOf } from './changelog.ts';
import { runCommand } from './command_line.ts';

const usage = {
  call: 'npm run -s release-notes -- [VERSION]',
  about: `Prints what a version changes. Ends with 1 when the version is not the one of package.json, or CHANGELOG.md has no
section for it: then nothing must be published.`,
};

process.exitCode = await runCommand(usage, (args, { stdout }) => {
  const [version = packageJson.version] = parseArgs({ args, allowPositionals: true }).positionals;
  if (version !== packageJson.version) {
    throw new Error(`package.json is at ${packageJson.version}, not at ${version}.`);
  }
  const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version);
  if (notes === undefined || notes === '') throw new Error(`CHANGELOG.md has no section for ${version}.`);
  stdout.write(`${notes}\n`);
});
