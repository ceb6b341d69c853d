import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Runs this Node in a process of its own.
 * @returns what it wrote to stdout
 * @throws Error with what it wrote to stderr when it fails
 */
export async function runNode(args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(process.execPath, args, {
    cwd,
    env: { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}
