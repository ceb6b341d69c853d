import { readFileSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import { sectionOf } from './changelog.ts';

/*
 * Prints what a version changes, for the release. Exits 1 when the version is not the package's, or the changelog has
 * no section for it: then nothing must be published.
 */

const version = process.argv[2] ?? packageJson.version;
const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version);
if (version !== packageJson.version) {
  fail(`package.json is at ${packageJson.version}, not at ${version}.`);
} else if (notes === undefined || notes === '') {
  fail(`CHANGELOG.md has no section for ${version}.`);
} else {
  process.stdout.write(`${notes}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
