import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { secretForm } from './leaks.ts';

const skipped = new Set(['node_modules', '.git', 'dist', 'build', 'coverage']);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (skipped.has(entry.name) || entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

describe('the repository', () => {
  const files = filesIn('.').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

  test('holds no key and no webhook secret: not in code, tests, fixtures, contract or docs', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter(({ text }) => secretForm.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('would not hide one: the search knows what they look like', () => {
    const random = 'a1B2c3D4'.repeat(4);
    expect(secretForm.test(`"ce_live_${random.slice(0, 8)}_${random.slice(8)}"`)).toBe(true);
    expect(secretForm.test(`whsec_${random}`)).toBe(true);
    expect(secretForm.test('ce_live_1a2b3c4d_…')).toBe(false);
  });
});
