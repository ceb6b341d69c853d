import type { Command } from '../../command_line/command.ts';

/** The exit code of a command, and what it wrote. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process and waits for its end. */
export async function ended(command: Command, ...args: string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const code = await command(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { code, ...written };
}
