import type { JournalRequest } from '../../sandbox/sandbox.ts';
import { explain } from './explain.ts';
import { reconcile, type BrokenPromise, type Found } from './reconcile.ts';
import { markerIn, type Scenario } from './scenarios.ts';
import { isSentence } from '../sentence.ts';

const mostOffenders = 5;

/** Counts the results of a campaign of writes. What the numbers mean is told in `Reconciled` and `Story`. */
export class WriteTally {
  scenarios = 0;
  writes = 0;
  /** Writes with a Unique Reference. */
  referenced = 0;
  requests = 0;
  faults = new Map<string, number>();
  replays = 0;
  expected = 0;
  found = 0;
  leftBehind = 0;
  duplicates = 0;
  /** Duplicates although the form had a Unique Reference, which must prevent them. */
  referencedDuplicates = 0;
  losses = 0;
  wrongMerges = 0;
  gaveUp = 0;
  doubleClicks = 0;
  doubled = 0;
  /** Errors that are no sentence for a person. */
  unreadable: string[] = [];
  longestMs = 0;
  /**
   * A description of the first few scenarios that went wrong. Those with a Unique Reference come first: they are
   * worst.
   */
  offenders: string[] = [];

  /**
   * Compares scenarios with the records in their sandbox, and counts the results.
   * @param records all records of the sandbox
   * @param requests all requests to the sandbox
   */
  add(scenarios: readonly Scenario[], records: readonly Found[], requests: readonly JournalRequest[]): void {
    const byMarker = Map.groupBy(records, ({ customer_name, name }) => markerIn(customer_name ?? name));
    for (const scenario of scenarios) {
      const found = byMarker.get(scenario.marker) ?? [];
      const { expected, leftBehind, doubled, findings } = reconcile(scenario, found);
      this.scenarios += 1;
      this.expected += expected;
      this.found += found.length;
      this.leftBehind += leftBehind;
      this.doubled += doubled;
      if (scenario.story === 'double_click') this.doubleClicks += 1;
      this.#addFindings(scenario, findings);
      this.#addTries(scenario);
      if (findings.length === 0) continue;
      const story = explain(scenario, findings, found, requests);
      if (scenario.reference === undefined) this.offenders.push(story);
      else this.offenders.unshift(story);
      this.offenders.splice(mostOffenders);
    }
    this.requests += requests.length;
    for (const { fault } of requests) {
      if (fault !== undefined) this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    }
  }

  #addFindings({ reference }: Scenario, findings: readonly BrokenPromise[]): void {
    const of = (what: BrokenPromise['what']): number =>
      findings.filter((finding) => finding.what === what).length;
    this.duplicates += of('duplicate');
    if (reference !== undefined) this.referencedDuplicates += of('duplicate');
    this.losses += of('loss');
    this.wrongMerges += of('wrong merge');
  }

  #addTries({ reference, writes }: Scenario): void {
    this.writes += writes.length;
    if (reference !== undefined) this.referenced += writes.length;
    this.gaveUp += writes.filter(({ state }) => state === 'gave_up').length;
    for (const { tries } of writes) {
      this.replays += tries.length - 1;
      for (const { ms, error } of tries) {
        this.longestMs = Math.max(this.longestMs, ms);
        if (error && (!isSentence(error.sentence) || error.name.startsWith('No StepError'))) {
          this.unreadable.push(`${error.name}: ${error.sentence}`);
        }
      }
    }
  }
}
