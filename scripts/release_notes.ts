import { readFileSync } from 'node:fs';
import { command, readWord } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';
import packageJson from '../package.json' with { type: 'json' };
import { sectionOf } from './changelog.ts';

const usage = {
  call: 'npm run -s release-notes -- [VERSION]',
  about: `Prints what a version changes. Ends with 1 when the version is not the one of package.json, or CHANGELOG.md has no
section for it: then nothing must be published.`,
};

const releaseNotesCommand = command(usage, (args, { stdout }) => {
  const version = readWord(args) ?? packageJson.version;
  if (version !== packageJson.version) {
    throw new Error(`package.json is at ${packageJson.version}, not at ${version}.`);
  }
  const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version);
  if (notes === undefined || notes === '') throw new Error(`CHANGELOG.md has no section for ${version}.`);
  stdout.write(`${notes}\n`);
  return 0;
});

await runAsProcess(releaseNotesCommand);
