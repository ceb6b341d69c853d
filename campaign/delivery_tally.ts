import type { Verdict } from './delivery_cases.ts';

/** What arrived, and what the trigger made of it. */
export interface Arrival {
  trigger: string;
  name: string;
  verdict: Verdict;
  recordId: string;
  /** The ids of the items it started a Zap with, over all its arrivals. */
  items: unknown[];
  runs: number;
  replays: number;
  /** The last error of each arrival that ended with one. */
  errors: { name: string; sentence: string; readable: boolean }[];
  longestMs: number;
}

/** What a campaign of deliveries came to. */
export interface DeliveryTally {
  deliveries: Record<Verdict, number>;
  runs: number;
  replays: number;
  acceptedForgeries: number;
  crashes: number;
  missed: number;
  firedTwice: number;
  /** Those that had to start nothing, or something else. */
  firedWrongly: number;
  longestMs: number;
  offenders: string[];
}

const mostOffenders = 5;

/** A tally of nothing yet. */
export function emptyDeliveryTally(): DeliveryTally {
  return {
    deliveries: { fires: 0, silent: 0, refused: 0 },
    ...{ runs: 0, replays: 0, acceptedForgeries: 0, crashes: 0, missed: 0, firedTwice: 0, firedWrongly: 0 },
    longestMs: 0,
    offenders: [],
  };
}

/** Adds an arrival to a tally. */
export function judge(tally: DeliveryTally, arrival: Arrival): void {
  const { verdict, items, recordId, errors } = arrival;
  const crashes = errors.filter(({ readable }) => !readable).length;
  const refused = errors.length > 0 && errors.every(({ name }) => name === 'HaltedError');
  const wrong = {
    acceptedForgeries: verdict === 'refused' && !refused ? 1 : 0,
    crashes,
    missed: verdict === 'fires' && items.length === 0 ? 1 : 0,
    firedTwice: verdict === 'fires' && items.length > 1 ? 1 : 0,
    firedWrongly: (verdict === 'silent' && items.length > 0) || items.some((id) => id !== recordId) ? 1 : 0,
  };
  tally.deliveries[verdict] += 1;
  tally.runs += arrival.runs;
  tally.replays += arrival.replays;
  tally.acceptedForgeries += wrong.acceptedForgeries;
  tally.crashes += wrong.crashes;
  tally.missed += wrong.missed;
  tally.firedTwice += wrong.firedTwice;
  tally.firedWrongly += wrong.firedWrongly;
  tally.longestMs = Math.max(tally.longestMs, arrival.longestMs);
  const faults = Object.entries(wrong).filter(([, count]) => count > 0);
  if (faults.length > 0 && tally.offenders.length < mostOffenders) {
    const { trigger, name } = arrival;
    const said = errors.map((error) => `${error.name}: ${error.sentence.slice(0, 300)}`).join(' | ');
    const what = faults.map(([fault]) => fault).join(', ');
    tally.offenders.push(`${trigger}, ${name}: ${what}; ${items.length} items; ${said || 'no error'}`);
  }
}
