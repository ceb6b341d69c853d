import { createJudge, type Judge, type Violation } from '../../contract/judge.ts';
import type { JournalRequest, Quirks, Sandbox } from '../../sandbox/sandbox.ts';
import { ownContract } from './own_contract.ts';

/** What of a journal is judged: everything unless said otherwise. */
export interface Judging {
  /** False where a test sends bad requests on purpose. */
  requests?: boolean;
  /** False while the sandbox has quirks: then it answers what the contract does not know. */
  answers?: boolean;
}

let judge: Judge | undefined;

/**
 * Judges what stands in a sandbox's journal by the contract. An answer under a fault is not judged, and a request
 * only if it came whole.
 * @throws Error that lists every violation, each with its request
 */
export function judgeJournal(sandbox: Sandbox, judging: Judging = {}): void {
  const sentences = sandbox
    .journal()
    .requests.flatMap((entry) => violationsOf(entry, judging).map(said(entry)));
  if (sentences.length > 0)
    throw new Error(`The contract was broken:\n${[...new Set(sentences)].join('\n')}`);
}

/** What one exchange of a journal does against the contract. */
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

/** A sandbox whose journal is judged whenever it is emptied, or its quirks change: nothing in it goes unseen. */
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
      // What was asked so far was answered under the quirks before.
      judgeJournal(sandbox, quirky ? { ...judging, answers: false } : judging);
      sandbox.setQuirks(next);
      quirky = Object.keys(next).length > 0;
    },
  };
}
