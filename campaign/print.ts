import type { DeliveryTally } from './delivery_tally.ts';
import type { WriteTally } from './write_tally.ts';

type Row = [what: string, amount: string];

const width = 42;
const number = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The result of a campaign of writes, for a person. */
export function writeTable(tally: WriteTally, seconds: number): string {
  const faults = [...tally.faults].sort(([a], [b]) => a.localeCompare(b));
  return table('Writes', [
    ['runs: forms sent', number(tally.writes)],
    ['  with a Unique Reference', number(tally.referenced)],
    ['  sent at once, as by a double click', number(2 * tally.doubleClicks)],
    ['replays', number(tally.replays)],
    ['requests', number(tally.requests)],
    ['faults', number(faults.reduce((sum, [, count]) => sum + count, 0))],
    ...faults.map(([name, count]): Row => [`  ${name}`, number(count)]),
    ['gave up after 5 replays', number(tally.gaveUp)],
    ['records expected', number(tally.expected)],
    ['records found', number(tally.found)],
    ['  of writes that gave up', number(tally.leftBehind)],
    ['  of double clicks that became two', number(tally.doubled)],
    ['duplicates', number(tally.duplicates)],
    ['  in spite of a Unique Reference', number(tally.referencedDuplicates)],
    ['losses', number(tally.losses)],
    ['wrong merges', number(tally.wrongMerges)],
    ['errors that are no sentence', number(tally.unreadable.length)],
    ['longest run', `${number(tally.longestMs)} ms`],
    ['time', `${seconds.toFixed(1)} s`],
  ]);
}

/** The result of a campaign of deliveries, for a person. */
export function deliveryTable(tally: DeliveryTally, seconds: number): string {
  const { fires, silent, refused } = tally.deliveries;
  return table('Deliveries', [
    ['deliveries', number(fires + silent + refused)],
    ['  genuine', number(fires)],
    ['  signed, but nothing for this trigger', number(silent)],
    ['  forged', number(refused)],
    ['runs', number(tally.runs)],
    ['replays', number(tally.replays)],
    ['accepted forgeries', number(tally.acceptedForgeries)],
    ['crashes', number(tally.crashes)],
    ['missed genuine deliveries', number(tally.missed)],
    ['repeated deliveries that fired twice', number(tally.firedTwice)],
    ['fired for nothing or for another record', number(tally.firedWrongly)],
    ['longest run', `${number(tally.longestMs)} ms`],
    ['time', `${seconds.toFixed(1)} s`],
  ]);
}

function table(title: string, rows: Row[]): string {
  const line = ([what, amount]: Row): string => `  ${what.padEnd(width)}${amount.padStart(10)}`;
  return [title, ...rows.map(line)].join('\n');
}
