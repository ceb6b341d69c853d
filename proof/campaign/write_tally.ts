import type { JournalRequest } from '../../sandbox/sandbox.ts';
import { isSentence } from '../sentence.ts';
import { explain } from './explain.ts';
import { reconcile, type Found, type Reconciled } from './reconcile.ts';
import type { Scenario } from './scenarios.ts';
import { addToll, tollOf, type Toll, type Tolls } from './trouble_tally.ts';

/** One scenario and what it left behind. */
export interface Outcome {
  scenario: Scenario;
  /** The records of the scenario's customer. */
  found: readonly Found[];
  /** The clients of this name, for a scenario that makes a client for its record. */
  clients: readonly Found[];
  requests: readonly JournalRequest[];
  /** The names of what was peculiar to the API meanwhile. */
  everywhere: readonly string[];
}

/** What a tally has counted. */
export type WriteTallyCounts = Omit<WriteTally, 'add' | 'merge' | 'toJSON'>;

const mostOffenders = 12;

/** Counts the results of a campaign of writes. What the numbers mean is told in `Reconciled`, `Story` and `Toll`. */
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
  /** Duplicates without a Unique Reference, where a call of Zapier's cache had failed. */
  forgottenDuplicates = 0;
  losses = 0;
  wrongMerges = 0;
  lies = 0;
  endedInWords = 0;
  silentEnds = 0;
  refused = 0;
  doubleClicks = 0;
  doubled = 0;
  merged = 0;
  tolls: Tolls = new Map<string, Toll>();
  /** Errors that are no sentence for a person. */
  unreadable: string[] = [];
  longestMs = 0;
  /**
   * A description of the first few scenarios that went wrong. Those with a Unique Reference come first: they are
   * worst.
   */
  offenders: string[] = [];

  /** Compares a scenario with what it left behind, and counts the result. */
  add(outcome: Outcome): void {
    const { scenario, found, clients, requests, everywhere } = outcome;
    const { story, reference, writes, fates } = scenario;
    const judged = reconcile(scenario, found, clients);
    const gaveUp = writes.filter(({ state }) => state === 'gave_up').length;
    const toll = tollOf(judged.findings, gaveUp - judged.refused);
    this.scenarios += 1;
    this.writes += writes.length;
    this.found += found.length;
    this.requests += requests.length;
    if (reference !== undefined) this.referenced += writes.length;
    if (story === 'double_click') this.doubleClicks += 1;
    this.#addJudgement(judged);
    this.#addToll(scenario, toll);
    this.#addTries(scenario);
    const faults = requests.flatMap(({ fault }) => fault ?? []);
    for (const fault of faults) this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    for (const name of new Set([...faults, ...fates, ...everywhere])) addToll(this.tolls, name, toll);
    if (judged.findings.length === 0) return;
    this.#accuse(explain(scenario, judged.findings, found, requests, everywhere), reference !== undefined);
  }

  /** Adds what another tally has counted. */
  merge(other: WriteTallyCounts): void {
    const sums = ['scenarios', 'writes', 'referenced', 'requests', 'replays', 'expected', 'found'] as const;
    const judged = [
      'leftBehind',
      'duplicates',
      'referencedDuplicates',
      'forgottenDuplicates',
      'losses',
    ] as const;
    const more = ['wrongMerges', 'lies', 'endedInWords', 'silentEnds', 'refused'] as const;
    for (const key of [...sums, ...judged, ...more, 'doubleClicks', 'doubled', 'merged'] as const) {
      this[key] += other[key];
    }
    for (const [fault, count] of other.faults) this.faults.set(fault, (this.faults.get(fault) ?? 0) + count);
    for (const [name, toll] of other.tolls) addToll(this.tolls, name, toll);
    this.unreadable.push(...other.unreadable);
    this.longestMs = Math.max(this.longestMs, other.longestMs);
    for (const story of other.offenders) this.#accuse(story, story.includes('with a reference'));
  }

  /** The counts in a form that can be sent to another process: maps become lists. */
  toJSON(): Record<string, unknown> {
    const counts: Record<string, unknown> = Object.fromEntries(Object.entries(this));
    return { ...counts, faults: [...this.faults], tolls: [...this.tolls] };
  }

  #accuse(story: string, first: boolean): void {
    if (first) this.offenders.unshift(story);
    else this.offenders.push(story);
    this.offenders.splice(mostOffenders);
  }

  #addJudgement({ expected, leftBehind, doubled, merged, refused }: Reconciled): void {
    this.expected += expected;
    this.leftBehind += leftBehind;
    this.doubled += doubled;
    this.merged += merged;
    this.refused += refused;
  }

  #addToll({ reference, fates }: Scenario, toll: Toll): void {
    this.duplicates += toll.duplicates;
    if (reference !== undefined) this.referencedDuplicates += toll.duplicates;
    else if (fates.has('cache_call_fails')) this.forgottenDuplicates += toll.duplicates;
    this.losses += toll.losses;
    this.wrongMerges += toll.wrongMerges;
    this.lies += toll.lies;
    this.endedInWords += toll.endedInWords;
    this.silentEnds += toll.silentEnds;
  }

  #addTries({ writes }: Scenario): void {
    for (const { tries } of writes) {
      this.replays += tries.length - 1;
      for (const { ms, error } of tries) {
        this.longestMs = Math.max(this.longestMs, ms);
        if (error === undefined || error.name === 'KilledStep') continue;
        if (!isSentence(error.sentence) || error.name.startsWith('No StepError')) {
          this.unreadable.push(`${error.name}: ${error.sentence}`);
        }
      }
    }
  }
}
