import { tmpdir } from 'node:os';
import path from 'node:path';
import * as zod from 'zod';
import { runNode } from '../run_node.ts';
import { table } from '../table.ts';
import { withSandboxProcess } from './sandbox_process.ts';
import { atMost, type Effort, type Section } from './section.ts';

const script = path.join(import.meta.dirname, 'memory_steps.ts');
const weightSchema = zod.object({ steps: zod.number(), heap: zod.number(), whole: zod.number() });

/** Runs many steps in one process, as a warm one of Zapier does, and weighs what stays of them. */
export async function memory({ quick, report }: Effort): Promise<Section> {
  const [stages, stepsEach] = quick ? [2, 20] : [5, 4_000];
  report(`memory: ${(stages * stepsEach).toLocaleString('en')} steps`);
  const printed = await withSandboxProcess(100, ({ key, newestId }) => {
    const steps = [stages, stepsEach, key, newestId].map(String);
    return runNode(['--disable-warning=ExperimentalWarning', script, ...steps], process.cwd(), tmpdir());
  });
  const weights = printed
    .trim()
    .split('\n')
    .map((line) => weightSchema.parse(JSON.parse(line)));
  const [first, last] = [weights[0], weights.at(-1)];
  const grown = last && first ? last.heap - first.heap : Infinity;
  return {
    title: 'Memory of a process that lives long',
    inShort: `**${(stages * stepsEach).toLocaleString('en')} steps** in one process leave ${grown.toFixed(1)} MiB behind that the first ${stepsEach.toLocaleString('en')} had not.`,
    goals: [
      atMost(
        `memory grown from step ${stepsEach.toLocaleString('en')} to ${(stages * stepsEach).toLocaleString('en')}`,
        2,
        grown,
        ' MiB',
        1,
      ),
    ],
    body: [
      'A delivery, a poll, a search and an action in turn, in one process, with the sandbox in another. What is alive after a garbage collection, and what the process holds in all; the platform ends a process that holds more than 450 MB.',
      table(
        ['steps', 'alive, MiB', 'held, MiB'],
        weights.map(({ steps, heap, whole }) => [steps, heap.toFixed(1), whole.toFixed(0)]),
      ),
    ],
  };
}
