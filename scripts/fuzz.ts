import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { command, readOptions, wholeNumber } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';
import { startNode } from '../proof/run_node.ts';

const text = { type: 'string' } as const;
const seeds = 2 ** 31;
const usage = {
  call: 'npm run -s fuzz -- [options]',
  about:
    'Tries every operation with many forms and deliveries that nobody thought of. Ends with 1 when one fails.',
  options: [
    ['--runs N', 'how many cases for each property; 200 when absent'],
    ['--seed N', 'repeats the cases of that seed; drawn when absent'],
  ],
} as const;

const fuzzCommand = command(usage, async (args, { stdout, stderr }) => {
  const given = readOptions(args, { runs: text, seed: text });
  const runs = wholeNumber('runs', given.runs ?? '200', 1);
  const seed = wholeNumber('seed', given.seed ?? String(randomInt(seeds)), 0, seeds);
  stdout.write(`${runs} cases for each property, seed ${seed}\n`);
  const env = { ...process.env, FUZZ_RUNS: String(runs), FUZZ_SEED: String(seed) };
  const jest = [
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    'test/fuzz',
    'test/forms/(when|readers)',
  ];
  const child = startNode([...jest, '--testTimeout=3600000'], { env });
  child.stdin.end();
  child.stdout.on('data', (part) => stdout.write(String(part)));
  child.stderr.on('data', (part) => stderr.write(String(part)));
  await once(child, 'close');
  return child.exitCode === 0 ? 0 : 1;
});

await runAsProcess(fuzzCommand);
