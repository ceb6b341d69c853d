import { afterAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../proof/temporary_folder.ts';

const folder = temporaryFolder('zips');
afterAll(folder.remove);

test('what goes to Zapier is built where few files may be open at once', async () => {
  const script =
    'ulimit -n 1024 && exec "$0" --disable-warning=ExperimentalWarning scripts/package.ts --to "$1"';

  const { stdout } = await promisify(execFile)('sh', ['-c', script, process.execPath, folder.path]);

  expect(stdout).toMatch(/build\.zip has \d+ files in \d+ kB\.\n$/);
  for (const zip of ['build.zip', 'source.zip'])
    expect(statSync(path.join(folder.path, zip)).size).toBeGreaterThan(100_000);
}, 60_000);
