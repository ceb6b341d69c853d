import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/*
 * `npm run fuzz -- --runs 1000 --seed 7`: runs the tests in test/fuzz with many more random forms and deliveries. The
 * seed repeats a run.
 */

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const { runs = '200', seed = String(randomInt(2 ** 31)) } = values;
process.stdout.write(`${runs} cases for each property, seed ${seed}\n`);
const env = { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed };
const args = ['--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', 'test/fuzz'];
process.exitCode =
  spawnSync(process.execPath, [...args, '--testTimeout=3600000'], { env, stdio: 'inherit' }).status ?? 1;
