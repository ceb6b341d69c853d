import App from '../../index.ts';
import { creatingActions } from './campaign_office.ts';
import type { CampaignOptions } from './campaign_options.ts';
import { formKinds } from './forms.ts';
import { inLanes } from './lanes.ts';
import { playBatch, type Batch } from './write_batch.ts';
import { withBatchProcesses } from './batch_processes.ts';
import { WriteTally, type WriteTallyCounts } from './write_tally.ts';

const seeds = 2 ** 31;
// The platform ends a process that uses too much memory, so the sandbox and its records are replaced now and then.
const writesPerBatch = 250;
// So that no two scenarios of a campaign have the same number.
const scenariosApart = 1000;

/**
 * Sends forms to every create action while everything goes wrong that may, replays failed steps as Zapier does, and
 * compares the records in the sandbox with the forms.
 * @param options its `runs` is how many forms are sent, at least
 * @param faultShare the share of requests that fail at first; it becomes smaller with every replay
 * @throws Error when there is no form for one of the create actions
 */
export async function campaignOfWrites(options: CampaignOptions, faultShare = 0.5): Promise<WriteTally> {
  const { random, runs, app = App, processes = 1, report } = options;
  const formless = Object.keys(creatingActions(app).creates).find(
    (key) => !formKinds.some(({ action }) => action === key),
  );
  if (formless !== undefined)
    throw new Error(`There is no form for ${formless}: add one to proof/campaign/forms.ts.`);
  const tally = new WriteTally();
  const batches = Array.from({ length: Math.ceil(runs / writesPerBatch) }, (_, place): Batch => {
    const writes = Math.min(writesPerBatch, runs - place * writesPerBatch);
    return { seed: random.below(seeds), first: place * scenariosApart + 1, writes, faultShare };
  });
  const ended = new Map<Batch, number>();
  const progress =
    (batch: Batch) =>
    (count: number): void => {
      ended.set(batch, count);
      const sum = [...ended.values()].reduce((all, one) => all + one, 0);
      report?.(`writes: ${sum} of ${runs}`);
    };
  report?.(`writes: 0 of ${runs}`);
  const results = new Map<Batch, WriteTallyCounts>();
  if (processes === 1) {
    for (const batch of batches) results.set(batch, await playBatch(options, batch, progress(batch)));
  } else {
    await withBatchProcesses(options, Math.min(processes, batches.length), async (run) => {
      await inLanes(batches, processes, async (batch) => {
        results.set(batch, await run(batch, progress(batch)));
      });
    });
  }
  for (const batch of batches) {
    const result = results.get(batch);
    if (result !== undefined) tally.merge(result);
  }
  return tally;
}
