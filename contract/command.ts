import { command, readOptions, sentenceOf, UsageError, type Command } from '../command_line/command.ts';
import { startProgress } from '../command_line/progress.ts';
import { ApiDocument } from './api_document.ts';
import { assumptionsOf } from './assumptions.ts';
import { compareAssumptions } from './compare_assumptions.ts';
import { compareRequests } from './compare_requests.ts';
import type { Exchange } from './exchange.ts';
import { fetchContract, loadContract } from './load_contract.ts';
import { reportOf } from './report.ts';

const OWN = 'contract/openapi.yaml';
const usage = {
  call: 'npm run contract -- [--spec FILE|URL]',
  about: `Runs every operation of the app once against a sandbox and judges the requests by ${OWN}.
Ends with 0 when nothing contradicts the app, with 1 when something does, with 2 when the document cannot be read.`,
  options: [
    [
      '--spec FILE|URL',
      `judges them by this OpenAPI 3 document about the same API instead, and compares it with everything that
                   ${OWN} marks as assumed`,
    ],
  ],
} as const;

/**
 * Makes `npm run contract`.
 * @param record runs every operation of the app and returns its requests; the command fails when it throws
 */
export function contractCommand(record: () => Promise<Exchange[]>): Command {
  return command(usage, async (args, { stdout, stderr }) => {
    const { spec } = readOptions(args, { spec: { type: 'string' } });
    const ours = loadContract(OWN);
    const progress = startProgress(stderr);
    try {
      progress.report(`Reading ${spec ?? OWN}`);
      const theirs = spec === undefined ? undefined : await fetchContract(spec).catch(refuse);
      progress.report('Running every operation of the app');
      const exchanges = await record();
      progress.clear();

      const assumptions = theirs
        ? compareAssumptions(ours, theirs)
        : assumptionsOf(new ApiDocument(ours)).length;
      const objections = compareRequests(exchanges, theirs ?? ours);
      const { lines, contradictions } = reportOf(spec ?? OWN, objections, assumptions);
      const kinds = new Set(exchanges.map(({ method, path }) => `${method} ${path.split('/')[1] ?? ''}`));
      const heading = `${exchanges.length} requests of the app, of ${kinds.size} kinds, judged by ${spec ?? OWN}`;
      stdout.write([heading, '', ...lines, ''].join('\n'));
      return contradictions === 0 ? 0 : 1;
    } finally {
      progress.stop();
    }
  });
}

function refuse(cause: unknown): never {
  throw new UsageError(sentenceOf(cause), { cause });
}
