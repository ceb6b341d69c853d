import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';

test('docs/operations.md says what the app is: npm run docs writes it anew', async () => {
  const parts = ['--disable-warning=ExperimentalWarning', 'scripts/docs.ts', '--check'];
  const complaint = await new Promise((resolve) => {
    execFile(process.execPath, parts, (_error, _stdout, stderr) => {
      resolve(stderr);
    });
  });

  expect(complaint).toBe('');
}, 20_000);
