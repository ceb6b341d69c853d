import { constants } from 'node:os';
import { isNativeError } from 'node:util/types';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Where a command writes; `process` is one. */
export interface Streams {
  stdout: { write: (text: string) => unknown };
  stderr: { write: (text: string) => unknown; isTTY?: boolean; columns?: number };
}

/** A command as its tests call it. Returns the exit code. */
export type Command = (args: readonly string[], streams: Streams) => Promise<number>;

/** What was typed is no use: the sentence says which option is wrong. */
export class UsageError extends Error {}

/**
 * Makes a command: `--help` prints its usage, and what it throws ends it with a sentence and 1.
 * @param work throws a UsageError when an option is wrong: then the usage follows the sentence
 */
export function command(usage: string, work: Command): Command {
  return async (args, streams) => {
    if (args.includes('--help')) {
      streams.stdout.write(`${usage}\n`);
      return 0;
    }
    try {
      return await work(args, streams);
    } catch (error) {
      streams.stderr.write(`${messageOf(error)}\n${error instanceof UsageError ? `${usage}\n` : ''}`);
      return 1;
    }
  };
}

/**
 * The values of the options.
 * @throws UsageError that names the option that is unknown, lacks its value or should not have one
 */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Behind the first sentence is advice about quoting.
    throw new UsageError(
      messageOf(error)
        .replace(/\.\s.*/s, '.')
        .replace(/[^.]$/, '$&.'),
    );
  }
}

/**
 * The whole number that an option was given.
 * @throws UsageError that names the option when it is none, or too small
 */
export function wholeNumber(option: string, value: string, least: number): number {
  if (!/^\d{1,15}$/.test(value) || Number(value) < least)
    throw new UsageError(`--${option} takes a whole number from ${least} on, not "${value}".`);
  return Number(value);
}

/** Runs a command as this process. A signal ends it like any exit: whatever cleans up at "exit" does so. */
export async function runAsProcess(run: Command): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  process.exitCode = await run(process.argv.slice(2), process);
}

function messageOf(error: unknown): string {
  // An error of Node itself is no instance of the Error that a test file knows.
  return isNativeError(error) ? error.message : String(error);
}
