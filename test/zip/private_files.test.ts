import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

// Uses the code of Zapier's command line to make both zips. Files in .gitignore stay out of the zip of the source, and
// files that the app does not import stay out of the zip of the app.
const packAndUnpack = `
const { makeBuildZip, makeSourceZip } = require(process.argv[1] + '/build.js');
const decompress = require(process.argv[1] + '/decompress.js');
(async () => {
  await makeSourceZip(process.cwd(), 'build/source.zip');
  await makeBuildZip(process.cwd(), 'build/build.zip', false);
  for (const name of ['source', 'build']) await decompress('build/' + name + '.zip', 'build/' + name);
})();
`;

// Files that must not be in a zip: data files of the sandbox under usual names, and .env with an API key.
const ownFiles = [
  '.env',
  'sandbox.db',
  'sandbox.db-wal',
  'records.sqlite',
  'records.sqlite-shm',
  'my/data.sqlite3',
];

test('given the sandbox’s files and a key beside the app, no zip that goes to Zapier carries them', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zip-'));
  await copyFile('.gitignore', path.join(folder, '.gitignore'));
  for (const name of ['my', 'build']) await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, 'package.json'), '{"type": "module"}');
  await writeFile(path.join(folder, 'zapierwrapper.js'), 'import "./index.js";');
  await writeFile(path.join(folder, 'index.js'), 'export {};');
  for (const name of ownFiles) await writeFile(path.join(folder, name), 'private');

  const tools = path.resolve('node_modules/zapier-platform-cli/src/utils');
  await promisify(execFile)(process.execPath, ['-e', packAndUnpack, tools], { cwd: folder });

  expect((await readdir(path.join(folder, 'build/source'))).sort()).toEqual([
    '.gitignore',
    'index.js',
    'package.json',
  ]);
  expect((await readdir(path.join(folder, 'build/build'))).sort()).toEqual([
    'index.js',
    'package.json',
    'zapierwrapper.js',
  ]);
  await rm(folder, { recursive: true });
}, 20_000);
