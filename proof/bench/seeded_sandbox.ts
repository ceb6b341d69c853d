import { startSandbox } from '../../sandbox/sandbox.ts';

// A script for `withSandboxProcess`: starts a sandbox with as many leads as its argument says, prints one line of JSON,
// and ends when its stdin is closed.
const count = Number(process.argv[2]);
const sandbox = await startSandbox();
const ids = sandbox.seed('leads', count);
const leads = sandbox.records('leads');
process.stdout.write(
  `${JSON.stringify({ url: sandbox.url, key: sandbox.keys.live, newestId: ids.at(-1), oldest: leads.at(-1) })}\n`,
);
process.stdin.resume().once('end', () => {
  void sandbox.close();
});
