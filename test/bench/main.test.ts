import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

function bench(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const call = ['--disable-warning=ExperimentalWarning', 'bench/main.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd: root, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('npm run bench', () => {
  test('counts requests, times our code and looks at growth; a short run leaves the document as it is', () => {
    const before = readFileSync(path.join(root, 'docs/performance.md'), 'utf8');

    const { code, stdout, stderr } = bench('--quick', '--only', 'requests,own,growth');

    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/\| Create Lead \| 1 \| \d+ \| \d+ \| `POST \/leads` \|/);
    expect(stdout).toMatch(/our code per operation, p50 {2}≤ 1 ms {2}0\.\d+ ms {2}met/);
    expect(stdout).toContain('| Find Lead, the very last match | 1 req');
    expect(readFileSync(path.join(root, 'docs/performance.md'), 'utf8')).toBe(before);
  }, 30_000);

  test('says which parts there are when asked for another', () => {
    const { code, stderr } = bench('--only', 'speed');

    expect(code).toBe(1);
    expect(stderr).toBe(
      'The benchmark stopped: There is no part "speed", only cold, zip, own, requests, growth.\n',
    );
  });
});
