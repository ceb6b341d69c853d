import type { Expected } from './delivery_cases.ts';

/** A delivery that arrived, once or several times, and what the trigger did. */
export interface Arrival {
  trigger: string;
  name: string;
  expected: Expected;
  recordId: string;
  /** The ids of the items that the trigger returned, for all its arrivals together. */
  items: unknown[];
  runs: number;
  replays: number;
  /** For each arrival that ended with an error: the last error. */
  errors: { name: string; sentence: string; readable: boolean }[];
  longestMs: number;
}

const mostOffenders = 5;

/** Counts the results of a campaign of deliveries. */
export class DeliveryTally {
  deliveries: Record<Expected, number> = { fires: 0, silent: 0, refused: 0 };
  runs = 0;
  replays = 0;
  acceptedForgeries = 0;
  crashes = 0;
  missed = 0;
  firedTwice = 0;
  /** Deliveries that fired although they must not, or for another record. */
  firedWrongly = 0;
  longestMs = 0;
  /** A description of each of the first few deliveries that went wrong. */
  offenders: string[] = [];

  /** Compares an arrival with what was expected of it, and counts the result. */
  add({ trigger, name, expected, items, recordId, errors, runs, replays, longestMs }: Arrival): void {
    this.deliveries[expected] += 1;
    this.runs += runs;
    this.replays += replays;
    this.longestMs = Math.max(this.longestMs, longestMs);
    const refused = errors.length > 0 && errors.every((error) => error.name === 'HaltedError');
    const wrong = {
      acceptedForgeries: expected === 'refused' && !refused ? 1 : 0,
      crashes: errors.filter(({ readable }) => !readable).length,
      missed: expected === 'fires' && items.length === 0 ? 1 : 0,
      firedTwice: expected === 'fires' && items.length > 1 ? 1 : 0,
      firedWrongly:
        (expected === 'silent' && items.length > 0) || items.some((id) => id !== recordId) ? 1 : 0,
    };
    this.acceptedForgeries += wrong.acceptedForgeries;
    this.crashes += wrong.crashes;
    this.missed += wrong.missed;
    this.firedTwice += wrong.firedTwice;
    this.firedWrongly += wrong.firedWrongly;
    const faults = Object.entries(wrong).filter(([, count]) => count > 0);
    if (faults.length === 0 || this.offenders.length === mostOffenders) return;
    const what = faults.map(([fault]) => fault).join(', ');
    const said = errors.map((error) => `${error.name}: ${error.sentence.slice(0, 300)}`).join(' | ');
    this.offenders.push(`${trigger}, ${name}: ${what}; ${items.length} items; ${said || 'no error'}`);
  }
}
