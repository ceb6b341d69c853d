import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { command, readOptions, UsageError, wholeNumber } from '../../command_line/command.ts';
import { startProgress } from '../../command_line/progress.ts';
import { broken } from './blame.ts';
import { cacheModes } from './cache_mode.ts';
import { troubleNames } from './climate.ts';
import { campaignOfDeliveries } from './delivery_campaign.ts';
import { deliveryTable, troubleTable, writeTable } from './print.ts';
import { randomOf } from './random.ts';
import { campaignOfWrites } from './write_campaign.ts';

const seeds = 2 ** 31;
const text = { type: 'string' } as const;
const options = {
  seed: text,
  runs: text,
  deliveries: text,
  writers: text,
  processes: text,
  cache: text,
  only: text,
};
const usage = {
  call: 'npm run campaign -- [options]',
  about: `Sends thousands of forms and deliveries through the app, under faults, and counts what was doubled, lost or forged.
Ends with 1 when a promise was broken.`,
  options: [
    ['--seed N', 'repeats the forms and faults of that seed; drawn when absent'],
    ['--runs N', 'how many forms are sent at least; 5000 when absent'],
    ['--deliveries N', 'how many deliveries arrive; 2500 when absent'],
    ['--writers N', 'how many Zaps run at the same time, in each process; 8 when absent'],
    ['--processes N', 'in how many processes; as many as there are processors when absent'],
    [
      '--only NAMES',
      'lets only these troubles happen to writes, with commas: names of the table of troubles',
    ],
    ['--cache MODE', `how Zapier's cache behaves: ${cacheModes.join(', ')}; it works when absent`],
  ],
} as const;

/** `npm run campaign`: runs both campaigns and prints what came of them. */
export const campaign = command(usage, async (args, { stdout, stderr }) => {
  const { cache: mode = 'works', ...given } = readOptions(args, options);
  const seed = wholeNumber('seed', given.seed ?? String(randomInt(seeds)), 0);
  const runs = wholeNumber('runs', given.runs ?? '5000', 0);
  const deliveries = wholeNumber('deliveries', given.deliveries ?? '2500', 0);
  const writers = wholeNumber('writers', given.writers ?? '8', 1);
  const processes = wholeNumber('processes', given.processes ?? String(availableParallelism()), 1);
  const troubles = given.only?.split(',') ?? troubleNames;
  const unknown = troubles.find((name) => !troubleNames.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`--only takes some of ${troubleNames.join(',')}, not "${unknown}".`);
  const cache = cacheModes.find((one) => one === mode);
  if (cache === undefined) throw new UsageError(`--cache takes ${cacheModes.join(', ')}, not "${mode}".`);

  const progress = startProgress(stderr);
  const say = (said: string): void => {
    progress.clear();
    stdout.write(`${said}\n`);
  };
  const timed = async <T>(
    work: () => Promise<T>,
    tell: (result: T, seconds: number) => string,
  ): Promise<T> => {
    const started = performance.now();
    const result = await work();
    say(`${tell(result, (performance.now() - started) / 1000)}\n`);
    return result;
  };
  try {
    say(`seed ${seed}, ${writers} writers, a cache that ${cache}\n`);
    const common = { writers, cache, report: progress.report };
    const written = await timed(
      () => campaignOfWrites({ ...common, runs, troubles, processes, random: randomOf(seed) }),
      writeTable,
    );
    if (written.tolls.size > 0) say(`${troubleTable(written)}\n`);
    const delivered = await timed(
      () => campaignOfDeliveries({ ...common, runs: deliveries, random: randomOf(seed) }),
      deliveryTable,
    );
    const failures = broken(cache, written, delivered);
    const told = [...written.offenders, ...new Set(written.unreadable.slice(0, 5)), ...delivered.offenders];
    const heading = failures > 0 ? 'What went wrong' : 'What such a cache allows';
    if (told.length > 0) say(`${heading}, the first few:\n\n${told.join('\n\n')}\n`);
    say(failures === 0 ? 'Every promise was kept.' : `Promises broken: ${failures}. Seed: ${seed}.`);
    return failures === 0 ? 0 : 1;
  } finally {
    progress.stop();
  }
});
