import path from 'node:path';
import * as zod from 'zod';
import { runNode } from '../run_node.ts';
import type { PackagedApp } from './packaged_app.ts';
import { table } from '../table.ts';
import { atMost, type Effort, type Section } from './section.ts';
import { median, percentile } from './statistics.ts';

const costSchema = zod.object({ wall: zod.number(), cpu: zod.number(), memory: zod.number() });
const startSchema = zod.object({ loaded: costSchema, ready: costSchema });
type Start = zod.output<typeof startSchema>;

interface Pair {
  own: Start;
  empty: Start;
}

const measures = [
  { key: 'wall', name: 'wall time', unit: 'ms', limit: 1.03 },
  { key: 'cpu', name: 'CPU time', unit: 'ms', limit: 1.04 },
  { key: 'memory', name: 'memory', unit: 'MiB', limit: 1.02 },
] as const;

const moments = [
  { key: 'loaded', name: 'loaded' },
  { key: 'ready', name: 'loaded and asked for its definition' },
] as const;

// When the middle half of the ratios is wider than this, the machine was too busy for a clear result.
const tooFarApart = 0.05;

/** Starts this app and the empty one in turn, each time in a new process, and compares time and memory. */
export async function cold(
  own: PackagedApp,
  empty: PackagedApp,
  { quick, report }: Effort,
): Promise<Section> {
  const count = quick ? 2 : 41;
  // The first start of each is not measured, since it reads the files from disk instead of from the cache.
  await Promise.all([start(own), start(empty)]);
  const pairs: Pair[] = [];
  for (let index = 0; index < count; index += 1) {
    report(`cold start: pair ${index + 1} of ${count}`);
    const ownFirst = index % 2 === 0;
    const first = await start(ownFirst ? own : empty);
    const second = await start(ownFirst ? empty : own);
    pairs.push(ownFirst ? { own: first, empty: second } : { own: second, empty: first });
  }
  const found = moments.flatMap((moment) => measures.map((measure) => compare(pairs, moment, measure)));
  return {
    title: 'Cold start',
    goals: found
      .filter(({ moment }) => moment.key === 'loaded')
      .map(({ measure, ratio, quartiles: [low = 0, high = 0] }) => ({
        ...atMost(`cold start, ${measure.name} × empty app`, measure.limit, ratio),
        unclear: low <= measure.limit && measure.limit < high && high - low > tooFarApart,
      })),
    body: [
      `Each start is a new process that imports the \`zapierwrapper.js\` of the unpacked zip, as Zapier does; ${count} pairs in turn, the medians of each column. The goals are about loading. The platform copies the whole definition twice for every step as well, slowest for the first step of a process: the second half of the table shows about what that takes. A goal is unclear where the middle half of the ratios lies on both sides of it and is wider than ${tooFarApart}: then the machine was too busy.`,
      table(
        ['app', 'measure', 'empty app', 'this app', 'difference', 'ratio', 'middle half of the ratios'],
        found.map(({ moment, measure, values, ratio, quartiles }) => [
          moment.name,
          measure.name,
          ...values.map((value) => `${value.toFixed(1)} ${measure.unit}`),
          ratio.toFixed(3),
          quartiles.map((value) => value.toFixed(3)).join(' to '),
        ]),
      ),
    ],
  };
}

function compare(pairs: Pair[], moment: (typeof moments)[number], measure: (typeof measures)[number]) {
  const of = (start: Start): number => start[moment.key][measure.key];
  const ratios = pairs.map(({ own, empty }) => of(own) / of(empty));
  const empty = pairs.map((pair) => of(pair.empty));
  const own = pairs.map((pair) => of(pair.own));
  const differences = pairs.map((pair) => of(pair.own) - of(pair.empty));
  return {
    moment,
    measure,
    values: [median(empty), median(own), median(differences)],
    ratio: median(ratios),
    quartiles: [percentile(ratios, 0.25), percentile(ratios, 0.75)],
  };
}

async function start(app: PackagedApp): Promise<Start> {
  const stdout = await runNode(
    [path.join(import.meta.dirname, 'load_app.mjs'), app.wrapper],
    app.directory,
    app.temporary,
  );
  const last: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return startSchema.parse(last);
}
