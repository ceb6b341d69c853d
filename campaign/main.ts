import { broken } from './blame.ts';
import { campaignOfDeliveries } from './delivery_campaign.ts';
import { readOptions } from './options.ts';
import { deliveryTable, writeTable } from './print.ts';
import { seededRandom } from './random.ts';
import { campaignOfWrites } from './write_campaign.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
}

/** Runs both campaigns and prints what came of them; the exit code is 1 when a promise was broken. */
async function main(): Promise<void> {
  const { seed, runs, deliveries, writers, cache } = readOptions(process.argv.slice(2));
  say(`seed ${seed}, ${writers} writers, a cache that ${cache}\n`);
  const common = { writers, cache };
  const [writes, writeSeconds] = await timed(() =>
    campaignOfWrites({ ...common, runs, random: seededRandom(seed) }),
  );
  say(`${writeTable(writes, writeSeconds)}\n`);
  const [delivered, deliverySeconds] = await timed(() =>
    campaignOfDeliveries({ ...common, runs: deliveries, random: seededRandom(seed) }),
  );
  say(`${deliveryTable(delivered, deliverySeconds)}\n`);

  const failures = broken(cache, writes, delivered);
  const told = [...writes.offenders, ...new Set(writes.unreadable.slice(0, 5)), ...delivered.offenders];
  if (told.length > 0)
    say(
      `${failures > 0 ? 'What went wrong' : 'What such a cache allows'}, the first few:\n\n${told.join('\n\n')}\n`,
    );
  say(failures === 0 ? 'Every promise was kept.' : `Promises broken: ${failures}. Seed: ${seed}.`);
  process.exitCode = failures === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
