import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as zod from 'zod';
import { cacheModes } from './cache_mode.ts';
import type { Batch, BatchOptions } from './write_batch.ts';
import type { WriteTallyCounts } from './write_tally.ts';

/** What a process for batches is asked to do. */
export const orderSchema = zod.object({
  options: zod.object({
    writers: zod.number(),
    cache: zod.enum(cacheModes),
    troubles: zod.array(zod.string()).optional(),
  }),
  batch: zod.object({
    seed: zod.number(),
    first: zod.number(),
    writes: zod.number(),
    faultShare: zod.number(),
  }),
});

const count = zod.number();
const tollKeys = [
  'met',
  'duplicates',
  'losses',
  'wrongMerges',
  'lies',
  'endedInWords',
  'silentEnds',
] as const;
const mapOf = <T>(value: zod.ZodType<T>) =>
  zod.array(zod.tuple([zod.string(), value])).transform((entries) => new Map(entries));
const tallySchema: zod.ZodType<WriteTallyCounts> = zod.object({
  ...{ scenarios: count, writes: count, referenced: count, requests: count, replays: count, expected: count },
  ...{ found: count, leftBehind: count, duplicates: count, referencedDuplicates: count, losses: count },
  ...{ forgottenDuplicates: count, wrongMerges: count, lies: count, endedInWords: count, silentEnds: count },
  ...{ refused: count, doubleClicks: count, doubled: count, merged: count, longestMs: count },
  faults: mapOf(count),
  tolls: mapOf(zod.record(zod.enum(tollKeys), count)),
  unreadable: zod.array(zod.string()),
  offenders: zod.array(zod.string()),
});
const newsSchema = zod.union([zod.object({ ended: count }), zod.object({ tally: tallySchema })]);

/** Runs a batch in a process that is free, and calls `report` with the number of forms that have ended. */
export type RunBatch = (batch: Batch, report: (ended: number) => void) => Promise<WriteTallyCounts>;

/**
 * Starts processes that each run one batch at a time, does some work with them, and ends them.
 * @param work must not run more batches at the same time than there are processes
 * @throws Error when a process ends before its batch has
 */
export async function withBatchProcesses(
  { writers, cache, troubles }: BatchOptions,
  processes: number,
  work: (run: RunBatch) => Promise<void>,
): Promise<void> {
  const script = path.join(import.meta.dirname, 'batch_process.ts');
  const execArgv = ['--disable-warning=ExperimentalWarning'];
  const children = Array.from({ length: processes }, () => fork(script, { execArgv }));
  const free = [...children];
  try {
    await work(async (batch, report) => {
      const child = free.pop();
      if (child === undefined) throw new Error('All processes are at work.');
      child.send({ options: { writers, cache, troubles }, batch });
      const tally = await resultOf(child, report);
      free.push(child);
      return tally;
    });
  } finally {
    for (const child of children) {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      if (child.connected) child.disconnect();
      await ended;
    }
  }
}

function resultOf(child: ChildProcess, report: (ended: number) => void): Promise<WriteTallyCounts> {
  const { promise, resolve, reject } = Promise.withResolvers<WriteTallyCounts>();
  const hear = (message: unknown): void => {
    const news = newsSchema.safeParse(message);
    if (!news.success) reject(news.error);
    else if ('tally' in news.data) resolve(news.data.tally);
    else report(news.data.ended);
  };
  const end = (): void => {
    reject(new Error('A process of the campaign ended before its work.'));
  };
  child.on('message', hear).once('exit', end);
  return promise.finally(() => child.off('message', hear).off('exit', end));
}
