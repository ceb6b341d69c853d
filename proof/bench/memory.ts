import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { collectGarbage } from '../garbage.ts';
import { leadForm } from '../office/forms.ts';
import { table } from '../table.ts';
import { leadDelivery } from './delivery.ts';
import { withSandboxProcess, type SeededSandbox } from './sandbox_process.ts';
import { atMost, type Effort, type Section } from './section.ts';

const mib = 1024 * 1024;

interface Weight {
  steps: number;
  heap: number;
  whole: number;
}

/** Runs many steps in one process, as a warm one of Zapier does, and weighs what stays of them. */
export async function memory({ quick, report }: Effort): Promise<Section> {
  const [stages, stepsEach] = quick ? [2, 20] : [5, 4_000];
  const weights = await withSandboxProcess(100, async (sandbox) => {
    const step = stepsOn(sandbox);
    const taken: Weight[] = [];
    for (let stage = 0; stage < stages; stage += 1) {
      report(`memory: ${stage * stepsEach} of ${stages * stepsEach} steps`);
      for (let index = 0; index < stepsEach; index += 1) await step(index);
      taken.push(weigh((stage + 1) * stepsEach));
    }
    return taken;
  });
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

function stepsOn({ key, newestId, oldest }: SeededSandbox): (index: number) => Promise<unknown> {
  const platform = createPlatform(App, { api_key: key });
  const find = { inputData: { customer_email: oldest.customer_email } };
  const runs: ((index: number) => Promise<unknown>)[] = [
    () => platform.run('triggers.new_lead.operation.perform', leadDelivery(newestId)),
    () => platform.run('triggers.lead_in_status.operation.perform', { inputData: { status: 'new' } }),
    () => platform.run('searches.find_lead.operation.perform', find),
    (index) => {
      const inputData = { ...leadForm, notes: `Form ${index}` };
      return platform.run('creates.create_lead.operation.perform', { inputData });
    },
  ];
  return async (index) => {
    await runs[index % runs.length]?.(index);
    // Zapier's cache is no part of the process.
    platform.forget();
  };
}

function weigh(steps: number): Weight {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { steps, heap: heapUsed / mib, whole: rss / mib };
}
