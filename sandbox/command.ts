import { command, readOptions, sentenceOf, wholeNumber } from '../command_line/command.ts';
import { startSandbox } from './sandbox.ts';
import { seedOffice } from './seeded_office.ts';

const usage = {
  call: 'npm run -s sandbox -- [options]',
  about: `Runs a CleanEstimate Pro on this machine until Ctrl-C. Prints one line of JSON once it listens: the URL of the API, a
live key and a test key.`,
  options: [
    ['--port NUMBER', 'the port of 127.0.0.1 it listens on; a free one when absent'],
    ['--data FILE', 'keeps its records in this file; in memory when absent'],
    ['--seed', 'fills it with a small office: leads, clients, estimates, jobs and invoices'],
  ],
} as const;

const text = { type: 'string' } as const;
const largestPort = 65_535;

/** `npm run sandbox`: runs a sandbox until this process ends. */
export const sandboxCommand = command(usage, async (args, { stdout }) => {
  const options = { port: text, data: text, seed: { type: 'boolean' } } as const;
  const { port = '0', data, seed = false } = readOptions(args, options);
  const sandbox = await startSandbox({
    port: wholeNumber('port', port, 0, largestPort),
    ...(data === undefined ? {} : { dataFile: data }),
  }).catch((cause: unknown) => {
    throw new Error(`The sandbox did not start: ${sentenceOf(cause)}`, { cause });
  });
  if (seed) seedOffice(sandbox);
  const { live, test } = sandbox.keys;
  stdout.write(`${JSON.stringify({ url: sandbox.url, live_key: live, test_key: test })}\n`);
  return new Promise<never>(() => undefined);
});
