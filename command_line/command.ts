import { isNativeError } from 'node:util/types';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What a command is about, and what it takes. */
export interface Usage {
  /** How it is called, such as `npm run -s sandbox -- [options]`. */
  call: string;
  /** What it does, in a sentence or two. */
  about: string;
  /** Each option with what it means: `['--port NUMBER', 'where it listens']`. */
  options?: readonly (readonly [string, string])[];
}

/** Where a command writes; `process` is one. */
export interface Streams {
  stdout: { write: (text: string) => unknown; isTTY?: boolean; columns?: number };
  stderr: { write: (text: string) => unknown; isTTY?: boolean; columns?: number };
}

/** A command: takes the words after its name, writes to the streams and returns the exit code. */
export type Command = (args: readonly string[], streams: Streams) => Promise<number>;

/** What was typed is of no use: the sentence says which word is wrong. */
export class UsageError extends Error {}

/**
 * Makes a command: `--help` prints its usage, and what it throws becomes a sentence on stderr.
 * @param usage what --help shows
 * @param work returns the exit code; throws a UsageError when an argument is wrong
 * @returns a command that ends with 1 when it failed, and with 2 and its usage when an argument is wrong
 */
export function command(
  usage: Usage,
  work: (args: readonly string[], streams: Streams) => number | Promise<number>,
): Command {
  return async (args, streams) => {
    if (args.includes('--help') || args.includes('-h')) {
      streams.stdout.write(usageText(usage));
      return 0;
    }
    try {
      return await work(args, streams);
    } catch (error) {
      streams.stderr.write(`${sentenceOf(error)}\n`);
      if (!(error instanceof UsageError)) return 1;
      streams.stderr.write(`\n${usageText(usage)}`);
      return 2;
    }
  };
}

/**
 * Reads what follows a command's name, where options are all that it takes.
 * @returns the values of the options
 * @throws UsageError that names the word that is unknown, lacks its value or should not have one
 */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  return asUsage(() => parseArgs({ args: [...args], options })).values;
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Behind the first sentence is advice about quoting.
    throw new UsageError(
      sentenceOf(error)
        .replace(/\.\s.*/s, '.')
        .replace(/[^.]$/, '$&.'),
    );
  }
}

/**
 * Reads what follows a command's name, where at most one word may stand beside the options, such as a file.
 * @returns the values of the options, and the word, if there is one
 * @throws UsageError as `readOptions` does, and for a second word
 */
export function readWordAndOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  const parsed = asUsage(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  const [word, second] = parsed.positionals;
  if (second !== undefined) throw new UsageError(`Unexpected argument '${second}'.`);
  return { word, values: parsed.values };
}

/**
 * Reads what follows a command's name, where at most one word is all that it takes, such as a file.
 * @returns the word, if there is one
 * @throws UsageError that names an option, or the second word
 */
export function readWord(args: readonly string[]): string | undefined {
  return readWordAndOptions(args, {}).word;
}

/**
 * The whole number that an option was given.
 * @throws UsageError that names the option when it is none, too small or too large
 */
export function wholeNumber(
  option: string,
  value: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (!/^\d{1,15}$/.test(value) || Number(value) < least || Number(value) > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} on` : `${least} to ${most}`;
    throw new UsageError(`--${option} takes a whole number from ${range}, not "${value}".`);
  }
  return Number(value);
}

/** What an error says, without where it was thrown. */
export function sentenceOf(error: unknown): string {
  // An error of Node itself is no instance of the Error that a test file knows.
  return isNativeError(error) ? error.message : String(error);
}

function usageText({ call, about, options = [] }: Usage): string {
  const rows = [...options, ['-h, --help', 'shows this'] as const];
  const width = Math.max(...rows.map(([option]) => option.length));
  return [
    `Usage: ${call}`,
    '',
    about,
    '',
    ...rows.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`),
    '',
  ].join('\n');
}
