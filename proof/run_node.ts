import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Starts this Node in a process of its own, which is killed with all it started when this process ends first. */
export function startNode(
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, args, { ...options, detached: true });
  const kill = (): void => {
    // A negative number means the whole group, whose first process a detached one is.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  // Before the folders that it may write to are removed.
  process.prependListener('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/**
 * Runs this Node in a process of its own.
 * @param temporary the folder for its temporary files
 * @returns what it wrote to stdout
 * @throws Error with what it wrote to stderr when it fails
 */
export async function runNode(args: readonly string[], cwd: string, temporary: string): Promise<string> {
  const env = {
    ...process.env,
    ...{ TMPDIR: temporary, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' },
  };
  const child = startNode(args, { cwd, env });
  child.stdin.end();
  const closed = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await closed;
  if (child.exitCode !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
