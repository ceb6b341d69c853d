import { readFileSync, writeFileSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import { sectionOf } from './changelog.ts';
import { compareOutlines } from './compare_outlines.ts';
import { operations } from './definition.ts';
import { outlineFile, outlineOf, readOutline } from './outline.ts';

/*
 * Takes the app's outline anew, once nothing in it breaks Zaps that people have and the changelog names what changed.
 */

const now = outlineOf(packageJson.version, operations);
const before = readOutline();
const { breaking, changed } = compareOutlines(before, now);
const section = (sectionOf(readFileSync('CHANGELOG.md', 'utf8'), now.version) ?? '').replace(/\s+/g, ' ');
const untold = changed.filter((label) => !label.endsWith(' List') && !section.includes(label));
const sameMajor = before.version.split('.')[0] === now.version.split('.')[0];

if (sameMajor && breaking.length > 0) {
  fail(
    `These changes break Zaps that people have, and need a new major version:\n- ${breaking.join('\n- ')}`,
  );
} else if (untold.length > 0) {
  fail(`CHANGELOG.md says nothing under ${now.version} of: ${untold.join(', ')}`);
} else {
  writeFileSync(outlineFile, `${JSON.stringify(now, null, 2)}\n`);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
