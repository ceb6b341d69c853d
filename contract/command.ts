import { parseArgs } from 'node:util';
import { ApiDocument } from './api_document.ts';
import { assumptionsOf } from './assumptions.ts';
import { compareAssumptions } from './compare_assumptions.ts';
import { compareRequests } from './compare_requests.ts';
import type { Exchange } from './exchange.ts';
import { fetchContract, loadContract } from './load_contract.ts';
import { messageOf } from './message_of.ts';
import { withProgress, type TextOutput } from './progress.ts';
import { reportOf } from './report.ts';

const OWN = 'contract/openapi.yaml';
const USAGE = `Usage: npm run contract -- [--spec FILE|URL]

Runs every operation of the app once against a sandbox and judges the requests by ${OWN}.

  --spec FILE|URL  judge them by this OpenAPI 3 document about the same API instead, and compare it with
                   everything that ${OWN} marks as assumed
  --help           print this

Ends with 0 when nothing contradicts the app, with 1 when something does or cannot be read.`;

/** What the command works with: where it writes, and what runs every operation of the app and returns its requests. */
export interface CommandContext {
  stdout: TextOutput;
  stderr: TextOutput;
  record: () => Promise<Exchange[]>;
}

/**
 * Runs `npm run contract`.
 * @param args the command line, without the command
 * @returns the exit code: 0 when nothing contradicts the app
 * @throws Error when an operation of the app fails; with the usage when the command line or the document is wrong
 */
export async function runContract(
  args: string[],
  { stdout, stderr, record }: CommandContext,
): Promise<number> {
  const { spec, help } = readOptions(args);
  if (help === true) {
    stdout.write(`${USAGE}\n`);
    return 0;
  }
  const ours = loadContract(OWN);
  const theirs =
    spec === undefined
      ? undefined
      : await withProgress(`Reading ${spec}`, stderr, () => fetchContract(spec)).catch(withUsage);
  const exchanges = await withProgress('Running every operation of the app', stderr, record);

  const assumptions = theirs ? compareAssumptions(ours, theirs) : assumptionsOf(new ApiDocument(ours)).length;
  const objections = compareRequests(exchanges, theirs ?? ours);
  const { lines, contradictions } = reportOf(spec ?? OWN, objections, assumptions);
  const kinds = new Set(exchanges.map(({ method, path }) => `${method} ${path.split('/')[1] ?? ''}`));
  const heading = `${exchanges.length} requests of the app, of ${kinds.size} kinds, judged by ${spec ?? OWN}`;
  stdout.write([heading, '', ...lines, ''].join('\n'));
  return contradictions === 0 ? 0 : 1;
}

function readOptions(args: string[]): { spec?: string; help?: boolean } {
  try {
    return parseArgs({ args, options: { spec: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    return withUsage(error);
  }
}

function withUsage(cause: unknown): never {
  throw new Error(`${messageOf(cause)}\n\n${USAGE}`, { cause });
}
