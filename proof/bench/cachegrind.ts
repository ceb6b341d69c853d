import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '../run_node.ts';

/** True where valgrind can be run: a package of most Linux distributions. */
export function hasCachegrind(): boolean {
  return spawnSync('valgrind', ['--version'], { env: process.env }).status === 0;
}

/**
 * Counts the instructions of a process, which are nearly the same in each run, whatever else the machine does. Node runs
 * with one thread and fixed seeds for that.
 * @param args a script and its arguments
 * @param temporary the folder for its temporary files
 * @throws Error with its output when it fails
 */
export async function countInstructions(args: readonly string[], temporary: string): Promise<number> {
  const log = path.join(temporary, `cachegrind-${process.hrtime.bigint()}.txt`);
  const counting = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'];
  const steady = ['--single-threaded', '--hash-seed=1', '--random-seed=1'];
  await runNode([...steady, ...args], temporary, temporary, ['valgrind', ...counting, `--log-file=${log}`]);
  const [, count] = /I +refs: +([\d,]+)/.exec(readFileSync(log, 'utf8')) ?? [];
  if (count === undefined) throw new Error(`Cachegrind counted nothing: ${readFileSync(log, 'utf8')}`);
  return Number(count.replaceAll(',', ''));
}
