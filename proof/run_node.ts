import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Where a new process runs. */
export interface ProcessOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** What runs it, with its own arguments: such as a program that counts what it does. */
  under?: readonly string[];
}

/**
 * Starts a new process with the same Node. If this process ends first, the new one and all its child processes are
 * killed.
 * @param args the command-line arguments: options of Node, a script and its arguments
 */
export function startNode(
  args: readonly string[],
  { under = [], ...options }: ProcessOptions = {},
): ChildProcessWithoutNullStreams {
  const [program = process.execPath, ...rest] = [...under, process.execPath, ...args];
  const child = spawn(program, rest, { ...options, detached: true });
  const kill = (): void => {
    // A negative id kills the whole process group. A detached process is the first of its group.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  // Must run before other exit listeners remove the folders that the process may be writing to.
  process.prependListener('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/**
 * Runs a new process with the same Node until it ends.
 * @param args the command-line arguments: options of Node, a script and its arguments
 * @param temporary the folder for its temporary files
 * @param under what runs it, with its own arguments
 * @returns what it wrote to stdout
 * @throws Error with what it wrote to stderr when its exit code is not 0
 */
export async function runNode(
  args: readonly string[],
  cwd: string,
  temporary: string,
  under: readonly string[] = [],
): Promise<string> {
  const env = {
    ...process.env,
    ...{ TMPDIR: temporary, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' },
  };
  const child = startNode(args, { cwd, env, under });
  child.stdin.end();
  const closed = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await closed;
  if (child.exitCode !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
