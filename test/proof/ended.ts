import type { Command } from '../../proof/command.ts';

/** The exit code of a command, and what it wrote. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process and waits for its end. */
export async function ended(command: Command, ...args: string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await command(args, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...written };
}
