import { createJudge, type Judge, type Violation } from '../../contract/judge.ts';
import type { JournalRequest, Quirks, Sandbox } from '../../sandbox/sandbox.ts';
import { ownContract } from './own_contract.ts';

/** Which parts of the journal are compared with the contract; all when absent. */
export interface Judging {
  /** False for tests that send invalid requests on purpose. */
  requests?: boolean;
  /** False for tests whose answers the contract does not describe. */
  answers?: boolean;
}

let judge: Judge | undefined;

/**
 * Compares all requests and answers in a sandbox's journal with the contract. Answers that a fault changed, and
 * requests that did not arrive completely, are left out.
 * @throws Error that lists every violation with its request
 */
export function judgeJournal(sandbox: Sandbox, judging: Judging = {}): void {
  const sentences = sandbox
    .journal()
    .requests.flatMap((entry) => violationsOf(entry, judging).map(said(entry)));
  if (sentences.length > 0)
    throw new Error(`The contract was broken:\n${[...new Set(sentences)].join('\n')}`);
}

/** The violations of the contract in one request and its answer. */
export function violationsOf(
  entry: JournalRequest,
  { requests = true, answers = true }: Judging,
): Violation[] {
  judge ??= createJudge(ownContract());
  const { status, fault } = entry;
  return [
    ...(requests && (status !== 0 || fault !== undefined) ? judge.judgeRequest(entry) : []),
    ...(answers && fault === undefined ? judge.judgeAnswer(entry) : []),
  ];
}

function said({
  method,
  path,
  query,
  body,
  status,
  answer,
}: JournalRequest): (violation: Violation) => string {
  return ({ side, where, message }) => {
    const about = side === 'request' ? JSON.stringify({ query, body }) : JSON.stringify(answer);
    return `- ${method} ${path} → ${status}, ${side}, ${where}: ${message}\n    ${about.slice(0, 500)}`;
  };
}

/**
 * Wraps a sandbox so that its journal is compared with the contract before it is emptied and before its quirks change.
 * Answers under quirks are not judged.
 */
export function judgedSandbox(sandbox: Sandbox, judging: Judging, quirks: Quirks = {}): Sandbox {
  let quirky = Object.keys(quirks).length > 0;
  const judge = (): void => {
    try {
      judgeJournal(sandbox, quirky ? { ...judging, answers: false } : judging);
    } finally {
      sandbox.clearJournal();
    }
  };
  return {
    ...sandbox,
    clearJournal: judge,
    setQuirks: (next) => {
      // The answers so far were given under the quirks before.
      judgeJournal(sandbox, quirky ? { ...judging, answers: false } : judging);
      sandbox.setQuirks(next);
      quirky = Object.keys(next).length > 0;
    },
  };
}
