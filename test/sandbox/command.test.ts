import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as zod from 'zod';
import { sandboxCommand } from '../../sandbox/command.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { ended } from '../support/ended.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('npm run sandbox', () => {
  test('given a port in use, names the address', async () => {
    const other = await startSandbox();
    const { port, host } = new URL(other.origin);

    expect(await ended(sandboxCommand, '--port', port)).toEqual({
      code: 1,
      stdout: '',
      stderr: `The sandbox did not start: ${host} is in use.\n`,
    });
    await other.close();
  });

  test('given --help, shows its usage and starts nothing', async () => {
    const { code, stdout } = await ended(sandboxCommand, '--help');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run -s sandbox[^]*--port NUMBER[^]*--data FILE/);
    expect(stdout).not.toContain('live_key');
  });

  test.each(['80a', '-1', '65536', '1.5', ''])('given the port "%s", says what it takes', async (port) => {
    const { code, stderr } = await ended(sandboxCommand, `--port=${port}`);

    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toBe(`--port takes a whole number from 0 to 65535, not "${port}".`);
  });

  test.each([
    ['in a folder that is not there', 'nowhere/data.sqlite'],
    ['that is no database', 'notes.txt'],
    ['that is a folder', '.'],
  ])('given a data file %s, names it', async (_what, name) => {
    writeFileSync(path.join(folder, 'notes.txt'), 'not a database '.repeat(100));
    const file = path.join(folder, name);

    const { code, stderr } = await ended(sandboxCommand, '--data', file);

    expect(code).toBe(1);
    expect(stderr).toContain(`The sandbox did not start: The data file ${file} cannot be used: `);
  });

  // Ctrl-C sends the signal to npm, its shell and the sandbox, which are one process group; kill sends it only to npm.
  test.each([
    ['SIGTERM to npm', 'SIGTERM', 1],
    ['Ctrl-C', 'SIGINT', -1],
  ] as const)(
    'given %s, ends the sandbox, too, and leaves only its data file',
    async (_what, signal, sign) => {
      const words = ['run', '-s', 'sandbox', '--', '--data', path.join(folder, 'data.sqlite')];
      const npm = spawn('npm', words, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
      const pid = npm.pid ?? NaN;
      try {
        const [line] = zod.tuple([zod.instanceof(Buffer)]).parse(await once(npm.stdout, 'data'));
        const { url } = zod.object({ url: zod.string() }).parse(JSON.parse(line.toString()));
        expect((await fetch(url)).status).toBe(401);

        process.kill(sign * pid, signal);
        // The pipe closes only when the sandbox has ended, too, since it writes to the same one.
        await once(npm, 'close', { signal: AbortSignal.timeout(15_000) });

        expect(readdirSync(folder)).toEqual(['data.sqlite']);
        await expect(fetch(url)).rejects.toThrow('fetch failed');
      } finally {
        killGroup(pid);
      }
    },
    30_000,
  );
});

// Ends the processes that a failed test left running. After a test that passed there are none: ESRCH.
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
  }
}
