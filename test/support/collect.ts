import type { Streams } from '../../scripts/command_line.ts';

/** Streams for a command that a test runs in this process, and the text that the command has written to them. */
export function collect(): { streams: Streams; written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  return {
    written,
    streams: {
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
    },
  };
}
