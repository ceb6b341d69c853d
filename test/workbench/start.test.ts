import { afterAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../../proof/temporary_folder.ts';
import { startCommand } from '../../workbench/command.ts';
import { collect } from '../support/collect.ts';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command of `npm start` in this process, with the given arguments. */
async function start(...files: string[]): Promise<Ended> {
  const { streams, written } = collect();
  const code = await startCommand(files, streams);
  return { code, ...written };
}

/** Runs it as a separate process. */
function spawned(): Promise<Ended> {
  const parts = ['--disable-warning=ExperimentalWarning', 'workbench/main.ts'];
  return new Promise((resolve) => {
    execFile(process.execPath, parts, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const folder = temporaryFolder('form');
afterAll(folder.remove);

async function formFile(content: string): Promise<string> {
  const file = path.join(folder.path, 'form.json');
  await writeFile(file, content);
  return file;
}

describe('npm start', () => {
  test('shows both Zaps from on to off, on less than 40 lines', async () => {
    const { code, stdout, stderr } = await spawned();

    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout.split('\n').length).toBeLessThan(40);
    expect(stdout).toMatch(
      /connection +Live key \w{8}[^]*webhook registered[^]*form sent[^]*lead +creates\.create_lead[^]*signed delivery, verified[^]*client +creates[^]*job +creates[^]*Zap off[^]*one lead, one client, one job/,
    );
  });

  test('given --help, shows its usage and runs nothing', async () => {
    const { code, stdout } = await start('--help');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm start -- \[FILE\]\n/);
    expect(stdout).not.toContain('sandbox    ');
  });

  test('says what is wrong with a form that has no name, and exits 1', async () => {
    const file = await formFile('{"response": {"id": "1", "answers": {"email": "taylor@example.com"}}}');

    const { code, stderr } = await start(file);

    expect(code).toBe(1);
    expect(stderr).toContain('Missing: Customer Name.');
  });

  test.each([
    ['that is no JSON', '{"response": '],
    ['that is not there', undefined],
  ])('says so when given a file %s, and exits 1', async (_what, content) => {
    const file = content === undefined ? 'no-such-form.json' : await formFile(content);

    const { code, stderr } = await start(file);

    expect(code).toBe(1);
    expect(stderr).toMatch(/^The form .*form\.json cannot be read: .*\n$/);
  });
});
