import { table } from '../table.ts';
import type { DeliveryTally } from './delivery_tally.ts';
import type { WriteTally } from './write_tally.ts';

/** The result of a campaign of writes as a Markdown table. */
export function writeTable(tally: WriteTally, seconds: number): string {
  const faults = [...tally.faults].sort(([a], [b]) => a.localeCompare(b));
  return table(
    ['Writes', ''],
    [
      ['runs: forms sent', tally.writes],
      ['— with a Unique Reference', tally.referenced],
      ['— sent at once, as by a double click', 2 * tally.doubleClicks],
      ['replays', tally.replays],
      ['requests', tally.requests],
      ['faults', faults.reduce((sum, [, count]) => sum + count, 0)],
      ...faults.map(([name, count]) => [`— ${name}`, count]),
      ['gave up after 5 replays', tally.gaveUp],
      ['records expected', tally.expected],
      ['records found', tally.found],
      ['— of writes that gave up', tally.leftBehind],
      ['— of double clicks that became two', tally.doubled],
      ['duplicates', tally.duplicates],
      ['— in spite of a Unique Reference', tally.referencedDuplicates],
      ['losses', tally.losses],
      ['wrong merges', tally.wrongMerges],
      ['errors that are no sentence', tally.unreadable.length],
      ['longest run, in ms', Math.round(tally.longestMs)],
      ['time, in s', Math.round(seconds)],
    ],
  );
}

/** The result of a campaign of deliveries as a Markdown table. */
export function deliveryTable(tally: DeliveryTally, seconds: number): string {
  const { fires, silent, refused } = tally.deliveries;
  return table(
    ['Deliveries', ''],
    [
      ['deliveries', fires + silent + refused],
      ['— genuine', fires],
      ['— signed, but nothing for this trigger', silent],
      ['— forged', refused],
      ['runs', tally.runs],
      ['replays', tally.replays],
      ['accepted forgeries', tally.acceptedForgeries],
      ['crashes', tally.crashes],
      ['missed genuine deliveries', tally.missed],
      ['repeated deliveries that fired twice', tally.firedTwice],
      ['fired for nothing or for another record', tally.firedWrongly],
      ['longest run, in ms', Math.round(tally.longestMs)],
      ['time, in s', Math.round(seconds)],
    ],
  );
}
