import type { BrokenPromise } from './reconcile.ts';

/** What came of the scenarios that met one trouble. A scenario that met several counts for each of them. */
export interface Toll {
  /** How many scenarios met it. */
  met: number;
  duplicates: number;
  losses: number;
  wrongMerges: number;
  lies: number;
  /** Writes that ended without success, and whose last error helps. */
  endedInWords: number;
  /** Writes that ended without success, and whose last error does not say what to do. */
  silentEnds: number;
}

/** What came of every trouble, by its name. */
export type Tolls = Map<string, Toll>;

/** A toll of nothing. */
export function noToll(): Toll {
  return {
    ...{ met: 0, duplicates: 0, losses: 0, wrongMerges: 0, lies: 0 },
    ...{ endedInWords: 0, silentEnds: 0 },
  };
}

/**
 * The toll of one scenario.
 * @param ended how many of its writes ended without success, and were not refused as they must be
 */
export function tollOf(findings: readonly BrokenPromise[], ended: number): Toll {
  const of = (what: BrokenPromise['what']): number =>
    findings.filter((finding) => finding.what === what).length;
  const silentEnds = of('silent end');
  return {
    met: 1,
    duplicates: of('duplicate'),
    losses: of('loss'),
    wrongMerges: of('wrong merge'),
    lies: of('lie'),
    endedInWords: ended - silentEnds,
    silentEnds,
  };
}

/** Adds a toll to the one under a name. */
export function addToll(tolls: Tolls, name: string, toll: Toll): void {
  const sum = tolls.get(name) ?? noToll();
  sum.met += toll.met;
  sum.duplicates += toll.duplicates;
  sum.losses += toll.losses;
  sum.wrongMerges += toll.wrongMerges;
  sum.lies += toll.lies;
  sum.endedInWords += toll.endedInWords;
  sum.silentEnds += toll.silentEnds;
  tolls.set(name, sum);
}
