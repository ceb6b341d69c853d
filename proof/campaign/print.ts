import { table } from '../table.ts';
import { troubleNames } from './climate.ts';
import type { DeliveryTally } from './delivery_tally.ts';
import { noToll } from './trouble_tally.ts';
import type { WriteTally } from './write_tally.ts';

/** The result of a campaign of writes as a Markdown table. */
export function writeTable(tally: WriteTally, seconds: number): string {
  const faults = [...tally.faults.values()].reduce((sum, count) => sum + count, 0);
  return table(
    ['Writes', ''],
    [
      ['runs: forms sent', tally.writes],
      ['— with a Unique Reference', tally.referenced],
      ['— sent at once, as by a double click', 2 * tally.doubleClicks],
      ['replays', tally.replays],
      ['requests', tally.requests],
      ['faults', faults],
      ['refused, since the Unique Reference is of another form', tally.refused],
      ['gave up after all replays', tally.endedInWords + tally.silentEnds],
      ['— with an error that says what to do', tally.endedInWords],
      ['— without', tally.silentEnds],
      ['records expected', tally.expected],
      ['records found', tally.found],
      ['— of writes that gave up', tally.leftBehind],
      ['duplicates', tally.duplicates],
      ['— in spite of a Unique Reference', tally.referencedDuplicates],
      ['— of double clicks that became two', tally.doubled],
      ["— after a call of Zapier's cache had failed, no reference", tally.forgottenDuplicates],
      ['losses', tally.losses],
      ['wrong merges', tally.wrongMerges],
      ['equal forms taken for one because the first was unknown', tally.merged],
      ['errors that are not true', tally.lies],
      ['errors that are no sentence', tally.unreadable.length],
      ['longest run, in ms', Math.round(tally.longestMs)],
      ['time, in s', Math.round(seconds)],
    ],
  );
}

/** What came of the scenarios that met each trouble, as a Markdown table. */
export function troubleTable({ faults, tolls }: WriteTally): string {
  const met = troubleNames.filter((name) => tolls.has(name));
  return table(
    ['Trouble', 'hits', 'forms', 'duplicates', 'losses', 'merges', 'untrue', 'in words', 'silent'],
    met.map((name) => {
      const toll = tolls.get(name) ?? noToll();
      const { duplicates, losses, wrongMerges, lies, endedInWords, silentEnds } = toll;
      const hits = faults.get(name) ?? '';
      return [name, hits, toll.met, duplicates, losses, wrongMerges, lies, endedInWords, silentEnds];
    }),
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
