import { types } from 'node:util';

/** What a command is about, and what it takes. */
export interface Usage {
  /** How it is called, such as `npm run -s sandbox -- [options]`. */
  call: string;
  /** What it does, in a sentence or two. */
  about: string;
  /** Each option with what it means: `['--port NUMBER', 'where it listens']`. */
  options?: readonly (readonly [string, string])[];
}

/** Where a command writes: the process itself, or a test in its place. */
export interface Streams {
  stdout: { write: (text: string) => unknown };
  stderr: { write: (text: string) => unknown };
}

/**
 * Runs a command: shows its usage for --help, and says on one line what went wrong.
 * @param usage what --help shows
 * @param run the command. It reads its arguments with parseArgs of node:util, which throws for those it does not take;
 *   whatever it throws is written as a sentence, to stderr
 * @param args the words after the command's name
 * @returns the exit code: 0 when it ran, 1 when it failed, 2 when an argument is none that it takes
 */
export async function runCommand(
  usage: Usage,
  run: (args: string[], streams: Streams) => Promise<void> | void,
  args: readonly string[] = process.argv.slice(2),
  streams: Streams = process,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    streams.stdout.write(usageText(usage));
    return 0;
  }
  try {
    await run([...args], streams);
    return 0;
  } catch (error) {
    streams.stderr.write(`${sentenceOf(error)}\n`);
    if (!isWrongArgument(error)) return 1;
    streams.stderr.write(`\n${usageText(usage)}`);
    return 2;
  }
}

/** What an error says, without where it was thrown. */
export function sentenceOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}

// What parseArgs throws for an option or a word that the command does not take.
function isWrongArgument(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
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
