import { afterAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../../proof/temporary_folder.ts';
import { startCommand } from '../../workbench/command.ts';
import { readTemplates } from '../../workbench/templates.ts';
import { ended, type Ended } from '../support/ended.ts';

/** Runs `npm start` as a process of its own. */
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
  test('shows both Zaps from on to off, by the labels of the editor, on less than 40 lines of 80 columns', async () => {
    const { code, stdout, stderr } = await spawned();

    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.length).toBeLessThan(40);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(
      /Connection +Live key \w{8}[^]*subscribed[^]*Form sent[^]*Create Lead\n[^]*signed delivery, verified[^]*Create Client\n[^]*Create Job\n[^]*Off again[^]*one lead, one client, one job/,
    );
    expect(stdout).toMatch(/Customer Phone +704 555 0123 call after 5 → \+17045550123\n/);
    expect(stdout).toMatch(/Start Time +→ 09:00:00\n/);
  });

  test('names the Zaps of the docs when asked for the list', async () => {
    const { code, stdout } = await ended(startCommand, '--list');

    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(
      readTemplates().map(({ name }) => expect.stringContaining(name)),
    );
  });

  // All of them run in test/scenarios: here one with a form, one that is instant and one that polls.
  test.each(['Website form → lead', 'Estimate accepted → job', 'Unpaid invoice → reminder and a task'])(
    'runs the Zap "%s" of the docs',
    async (name) => {
      const { code, stdout, stderr } = await ended(startCommand, '--zap', name);

      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(stdout).toContain('The Zap ran.');
    },
  );

  test('given a Zap that the docs do not have, says so', async () => {
    const { code, stderr } = await ended(startCommand, '--zap', 'Rain');

    expect(code).toBe(2);
    expect(stderr).toContain('No Zap is called "Rain": --list names them.');
  });

  test('given --help, shows its usage and runs nothing', async () => {
    const { code, stdout } = await ended(startCommand, '--help');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm start -- \[FILE\]\n/);
    expect(stdout).not.toContain('sandbox    ');
  });

  test('says what is wrong with a form that has no name, and exits 1', async () => {
    const file = await formFile('{"response": {"id": "1", "answers": {"service": "House Wash"}}}');

    const { code, stderr } = await ended(startCommand, file);

    expect(code).toBe(1);
    expect(stderr).toContain('Missing: Customer Name.');
    expect(stderr).toContain('response.answers.name.first');
  });

  test.each([
    ['that is no JSON', '{"response": '],
    ['that is not there', undefined],
  ])('says so when given a file %s, and exits 1', async (_what, content) => {
    const file = content === undefined ? 'no-such-form.json' : await formFile(content);

    const { code, stderr } = await ended(startCommand, file);

    expect(code).toBe(1);
    expect(stderr).toMatch(/^The form .*form\.json cannot be read: .*\n$/);
  });
});
