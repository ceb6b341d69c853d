import type { JournalRequest } from '../sandbox/sandbox.ts';
import { explain } from './explain.ts';
import { reconcile, type Finding, type Found } from './reconcile.ts';
import { markerIn, type Scenario } from './scenarios.ts';
import { isSentence } from './sentence.ts';

/** What a campaign of writes came to. */
export interface WriteTally {
  scenarios: number;
  writes: number;
  referenced: number;
  requests: number;
  faults: Map<string, number>;
  replays: number;
  expected: number;
  found: number;
  leftBehind: number;
  duplicates: number;
  /** Those of the duplicates that a Unique Reference was there to prevent. */
  referencedDuplicates: number;
  losses: number;
  wrongMerges: number;
  gaveUp: number;
  doubleClicks: number;
  doubled: number;
  /** Errors that a person could not read. */
  unreadable: string[];
  longestMs: number;
  /** The first few scenarios that went wrong, told step by step. */
  offenders: string[];
}

const mostOffenders = 5;

/** A tally of nothing yet. */
export function emptyTally(): WriteTally {
  return {
    ...{
      scenarios: 0,
      writes: 0,
      referenced: 0,
      requests: 0,
      replays: 0,
      expected: 0,
      found: 0,
      leftBehind: 0,
    },
    ...{ duplicates: 0, referencedDuplicates: 0, losses: 0, wrongMerges: 0, gaveUp: 0 },
    ...{ doubleClicks: 0, doubled: 0, longestMs: 0 },
    faults: new Map(),
    unreadable: [],
    offenders: [],
  };
}

/** Adds played scenarios to a tally, held against all records and requests of their account. */
export function count(
  tally: WriteTally,
  scenarios: readonly Scenario[],
  records: readonly Found[],
  requests: readonly JournalRequest[],
): void {
  const byMarker = new Map<string, Found[]>();
  for (const record of records) {
    const marker = markerIn(record.customer_name ?? record.name);
    byMarker.set(marker, [...(byMarker.get(marker) ?? []), record]);
  }
  for (const scenario of scenarios) {
    const found = byMarker.get(scenario.marker) ?? [];
    const { expected, leftBehind, doubled, findings } = reconcile(scenario, found);
    tally.scenarios += 1;
    tally.expected += expected;
    tally.found += found.length;
    tally.leftBehind += leftBehind;
    tally.doubled += doubled;
    if (scenario.story === 'double_click') tally.doubleClicks += 1;
    countFindings(tally, scenario, findings);
    countTries(tally, scenario);
    if (findings.length > 0) tellOf(tally, scenario, explain(scenario, findings, found, requests));
  }
  tally.requests += requests.length;
  for (const { fault } of requests) {
    if (fault !== undefined) tally.faults.set(fault, (tally.faults.get(fault) ?? 0) + 1);
  }
}

function countFindings(tally: WriteTally, { reference }: Scenario, findings: readonly Finding[]): void {
  const of = (what: Finding['what']): number => findings.filter((finding) => finding.what === what).length;
  tally.duplicates += of('duplicate');
  if (reference !== undefined) tally.referencedDuplicates += of('duplicate');
  tally.losses += of('loss');
  tally.wrongMerges += of('wrong merge');
}

function countTries(tally: WriteTally, { reference, writes }: Scenario): void {
  for (const { tries, state } of writes) {
    tally.writes += 1;
    if (reference !== undefined) tally.referenced += 1;
    if (state === 'gave_up') tally.gaveUp += 1;
    tally.replays += tries.length - 1;
    for (const { ms, error } of tries) {
      tally.longestMs = Math.max(tally.longestMs, ms);
      if (error && (!isSentence(error.sentence) || error.name.startsWith('No StepError'))) {
        tally.unreadable.push(`${error.name}: ${error.sentence}`);
      }
    }
  }
}

// Those with a reference come first: nothing excuses them.
function tellOf(tally: WriteTally, { reference }: Scenario, story: string): void {
  if (reference === undefined) tally.offenders.push(story);
  else tally.offenders.unshift(story);
  tally.offenders.splice(mostOffenders);
}
