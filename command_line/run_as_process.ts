import { constants } from 'node:os';
import type { Command } from './command.ts';

/** How often to look whether the shell that npm started this process in is still there. */
const lookEveryMs = 100;

/**
 * Runs a command as this process, with the words that follow its name.
 *
 * Ctrl-C or a signal ends it like any exit, with 128 and the signal's number: what cleans up at "exit" does so.
 * npm passes a signal on to the shell that it runs a script in, and a shell such as dash ends without telling the
 * script: so under npm, a parent that is gone means SIGTERM.
 */
export async function runAsProcess(command: Command): Promise<void> {
  const endBy = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void => {
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endBy);
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const look = (): void => {
      if (process.ppid !== parent) endBy('SIGTERM');
    };
    setInterval(look, lookEveryMs).unref();
  }
  process.exitCode = await command(process.argv.slice(2), process);
}
