import { describe, expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json' with { type: 'json' };

const made = ['node_modules', 'dist', 'build', 'coverage'];
const folders = new Set(globSync('*/').map((folder) => path.normalize(folder).replace(/\/$/, '')));

/** The files and folders of the project that a document names: as a link, in backticks, or in the tree of folders. */
function pathsIn(file: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
  const linked = links.filter((target) => !/^\w+:/.test(target));
  const quoted = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, name = '']) => name);
  return [
    ...linked.map((target) => path.join(path.dirname(file), target)),
    ...quoted.filter((name) => folders.has(name.split('/')[0] ?? '')),
    ...treeIn(text),
  ].filter((name) => !made.includes(name.split('/')[0] ?? ''));
}

/** A tree that is drawn between fences: names before two spaces; what is indented lies in the folder above it. */
function treeIn(text: string): string[] {
  const [, tree = ''] = /```\n(index\.ts[^]*?)```/.exec(text) ?? [];
  let folder = '';
  return [...tree.matchAll(/^( *)(\S.*?)(?: {2}|$)/gm)].flatMap(([, indent, names = '']) => {
    const paths = names.split(/,? /).map((name) => path.join(indent === '' ? '' : folder, name));
    // The rooms of src/ are listed without it: "src/triggers, creates, searches".
    const home = path.dirname(paths[0] ?? '');
    if (indent === '') folder = paths[0] ?? '';
    return paths.map((one, index) => (index > 0 && indent === '' ? path.join(home, one) : one));
  });
}

describe.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md')])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('names only files and folders that are there', () => {
    expect(pathsIn(file, text).filter((name) => !existsSync(name))).toEqual([]);
  });

  test('names only commands that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });
});
