import type { Command } from '../../command_line/command.ts';

/** How a command ended, and what it wrote. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in this process. */
export async function ended(command: Command, ...args: string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const code = await command(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { code, ...written };
}
