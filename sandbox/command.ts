import { parseArgs } from 'node:util';
import { runCommand, sentenceOf, type Streams } from '../scripts/command_line.ts';
import { startSandbox } from './sandbox.ts';
import { untilStopped } from './until_stopped.ts';

const usage = {
  call: 'npm run -s sandbox -- [options]',
  about: `Runs a CleanEstimate Pro on this machine until Ctrl-C. Prints one line of JSON once it listens: the URL of the API, a
live key and a test key.`,
  options: [
    ['--port NUMBER', 'the port of 127.0.0.1 it listens on; a free one when absent'],
    ['--data FILE', 'keeps its records in this file; in memory when absent'],
  ],
} as const;

/**
 * `npm run sandbox`: starts a sandbox and keeps it running until Ctrl-C or a signal to end.
 * @param args the command-line arguments; those of this process when absent
 * @returns the exit code of the process
 */
export function sandboxCommand(args?: readonly string[], streams?: Streams): Promise<number> {
  return runCommand(usage, runSandbox, args, streams);
}

async function runSandbox(args: string[], { stdout }: Streams): Promise<void> {
  const { values } = parseArgs({ args, options: { port: { type: 'string' }, data: { type: 'string' } } });
  const port = portOf(values.port ?? '0');
  const stopped = untilStopped();
  const sandbox = await startSandbox({
    port,
    ...(values.data === undefined ? {} : { dataFile: values.data }),
  }).catch((cause: unknown) => {
    throw new Error(`The sandbox did not start: ${sentenceOf(cause)}`, { cause });
  });
  const { live, test } = sandbox.keys;
  stdout.write(`${JSON.stringify({ url: sandbox.url, live_key: live, test_key: test })}\n`);
  await stopped;
  await sandbox.close();
}

function portOf(text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not "${text}".`);
  }
  return port;
}
