import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { secretForm } from './leaks.ts';

const run = promisify(execFile);
const random = 'a1B2c3D4'.repeat(4);
const key = `ce_live_${random.slice(0, 8)}_${random.slice(8)}`;

/** All files that are in git or could be added, but not those in .gitignore, such as .env with a real key. */
async function filesOfGit(folder: string): Promise<string[]> {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', listed, { cwd: folder });
  return stdout
    .split('\0')
    .filter((file) => file !== '' && lstatSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile());
}

async function filesWithSecrets(folder: string): Promise<string[]> {
  const files = await filesOfGit(folder);
  return files.filter((file) => secretForm.test(readFileSync(path.join(folder, file), 'utf8')));
}

describe('the repository', () => {
  test('holds no key and no webhook secret: not in code, tests, fixtures, contract or docs', async () => {
    expect((await filesOfGit('.')).length).toBeGreaterThan(150);
    expect(await filesWithSecrets('.')).toEqual([]);
  });

  test('given a key in a file that git takes, names the file; in .env, which git ignores, it may stand', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'repository-'));
    await run('git', ['init', '--quiet'], { cwd: folder });
    await writeFile(path.join(folder, '.gitignore'), readFileSync('.gitignore'));
    for (const file of ['.env', 'notes.md', 'known.md']) await writeFile(path.join(folder, file), key);
    await run('git', ['add', 'known.md'], { cwd: folder });

    expect((await filesWithSecrets(folder)).sort()).toEqual(['known.md', 'notes.md']);
    await rm(folder, { recursive: true });
  });

  test('would not hide one: the search recognizes keys and secrets by their form', () => {
    expect(secretForm.test(`"${key}"`)).toBe(true);
    expect(secretForm.test(`whsec_${random}`)).toBe(true);
    expect(secretForm.test('ce_live_1a2b3c4d_…')).toBe(false);
  });
});
