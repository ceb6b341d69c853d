import { parseArgs } from 'node:util';
import { startSandbox } from './sandbox.ts';

/** Starts a sandbox from the command line: one line of JSON once it listens, a sentence when it cannot. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('--port takes a number from 0 to 65535.');
  }
  const sandbox = await startSandbox({
    port,
    ...(values.data === undefined ? {} : { dataFile: values.data }),
  });
  const { live, test } = sandbox.keys;
  process.stdout.write(`${JSON.stringify({ url: sandbox.url, live_key: live, test_key: test })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close();
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
