import { parseArgs } from 'node:util';
import { recordEveryOperation } from '../proof/recording/recording.ts';
import { compare } from './compare.ts';
import { loadContract } from './judge.ts';
import { readSpec } from './read_spec.ts';
import { reportOf } from './report.ts';

const own = 'contract/openapi.yaml';
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Runs every operation of the app once and judges it by our contract, or by the document given as `--spec`. */
async function judgeTheApp(spec: string | undefined): Promise<number> {
  const ours = loadContract(own);
  const theirs = spec === undefined ? ours : await readSpec(spec);
  const exchanges = await recordEveryOperation();
  const operations = new Set(exchanges.map(({ method, path }) => `${method} ${path.split('/')[1] ?? ''}`));
  const comparison = compare(ours, theirs, exchanges);
  say(`${exchanges.length} requests of the app, of ${operations.size} kinds, judged by ${spec ?? own}\n`);
  reportOf(comparison, spec ?? own).forEach(say);
  return comparison.contradictions === 0 ? 0 : 1;
}

try {
  const { values } = parseArgs({ options: { spec: { type: 'string' } } });
  process.exitCode = await judgeTheApp(values.spec);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
