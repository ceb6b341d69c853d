import path from 'node:path';
import { runNode } from '../run_node.ts';
import { table } from '../table.ts';
import { countInstructions, hasCachegrind } from './cachegrind.ts';
import type { PackagedApp } from './packaged_app.ts';
import { atMost, type Effort, type Section } from './section.ts';

const script = path.join(import.meta.dirname, 'steps.mjs');
const warmSteps = 50;
const million = 1_000_000;

/** Instructions in millions: of loading, of loading and a first step, and of each further step. */
type Counts = Record<'load' | 'first' | 'warm', number>;

const rows = [
  ['load', 'Loading the app: each new process of Zapier does'],
  ['first', 'Loading it and a first step that does nothing'],
  ['warm', 'A further step that does nothing'],
] as const;

/**
 * Compares this app with an empty one on the same platform: what loading it takes, and what the platform does with its
 * definition for each step.
 */
export async function instructions(
  own: PackagedApp,
  empty: PackagedApp,
  { quick, report }: Effort,
): Promise<Section> {
  const counts: Record<'own' | 'empty', Counts>[] = [];
  if (hasCachegrind() && !quick) {
    report('counting the instructions of an empty app and of this one');
    const [ofEmpty, ofOwn] = await Promise.all([countsOf(empty), countsOf(own)]);
    counts.push({ empty: ofEmpty, own: ofOwn });
  }
  report('timing steps that do nothing');
  const [ownMs, emptyMs] = [await quietestMs(own, quick), await quietestMs(empty, quick)];
  return {
    title: 'What every step pays',
    inShort: [
      ...counts.map(
        ({ own: ours, empty: theirs }) =>
          `**Loading** takes ${(ours.load / theirs.load).toFixed(3)} × the instructions of an empty app, loading and a first step ${(ours.first / theirs.first).toFixed(3)} ×.`,
      ),
      `**A step that does nothing** takes ${ownMs.toFixed(1)} ms of CPU, ${emptyMs.toFixed(1)} ms in an empty app: the platform copies and freezes the whole definition twice for it. Whatever grows the definition pays here.`,
    ].join(' '),
    goals: counts.flatMap(({ own: ours, empty: theirs }) => [
      atMost('loading × empty app', 1.03, ours.load / theirs.load),
      atMost('loading and first step × empty app', 1.1, ours.first / theirs.first),
      atMost('a further step, beyond an empty app', 18, ours.warm - theirs.warm, ' M instructions'),
    ]),
    body: [
      ...counts.map(({ own: ours, empty: theirs }) =>
        table(
          ['millions of instructions', 'empty app', 'this app', 'difference', 'ratio'],
          rows.map(([key, name]) => [
            name,
            ...[theirs[key], ours[key], ours[key] - theirs[key]].map((count) => count.toFixed(1)),
            (ours[key] / theirs[key]).toFixed(3),
          ]),
        ),
      ),
      ...(counts.length === 0 ? [`Instructions were not counted: ${whyNot(quick)}`] : []),
      `In CPU time such a further step takes ${ownMs.toFixed(1)} ms, and ${emptyMs.toFixed(1)} ms of an empty app: the quietest hundred, since others use the machine too.`,
    ],
  };
}

function whyNot(quick: boolean): string {
  return quick
    ? 'a short run leaves that out.'
    : 'that needs valgrind (apt-get install valgrind), which cannot be run here.';
}

async function countsOf(app: PackagedApp): Promise<Counts> {
  const count = async (steps: number): Promise<number> =>
    (await countInstructions([script, app.wrapper, String(steps)], app.temporary)) / million;
  const [load, first, many] = [await count(0), await count(1), await count(1 + warmSteps)];
  return { load, first, warm: (many - first) / warmSteps };
}

async function quietestMs({ wrapper, directory, temporary }: PackagedApp, quick: boolean): Promise<number> {
  const steps = quick ? 100 : 1_500;
  return Number(await runNode([script, wrapper, String(steps)], directory, temporary));
}
