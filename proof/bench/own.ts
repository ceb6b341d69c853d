import { randomUUID } from 'node:crypto';
import type { ZObject } from 'zapier-platform-core';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { createPlatform, type Platform } from '../../workbench/platform.ts';
import { table } from '../table.ts';
import { ownCode } from './own_code.ts';
import { bareRequest, ownOperations, type OwnOperation } from './own_operations.ts';
import { withSandboxProcess } from './sandbox_process.ts';
import { atMost, type Effort, type Section } from './section.ts';
import { percentile } from './statistics.ts';

/** The times of one operation in milliseconds: its code alone, an idle loop, the whole step, and a bare request. */
interface Timing {
  operation: OwnOperation;
  alone: number[];
  idle: number[];
  through: number[];
  bare: number[];
}

interface Amount {
  rounds: number;
  /** How many times the code alone runs in each round. */
  runs: number;
  /** How many times a step runs through the platform, in all rounds together. */
  steps: number;
}

/**
 * Measures the time of the app's own code: without platform and network, and as a whole step, compared with a step that
 * only makes the same request.
 */
export async function own({ quick, report }: Effort): Promise<Section> {
  const amount = quick ? { rounds: 2, runs: 50, steps: 2 } : { rounds: 10, runs: 500, steps: 500 };
  const { rounds, runs } = amount;
  const timings = await withSandboxProcess(100, async (sandbox) => {
    const taken: Timing[] = [];
    for (const operation of ownOperations(sandbox)) {
      report(`our own code: ${operation.name}`);
      taken.push(await time(operation, sandbox.key, amount));
    }
    return taken;
  });
  const worst = (share: number): number => Math.max(...timings.map(({ alone }) => percentile(alone, share)));
  return {
    title: 'Our own code',
    goals: [
      atMost('our code per operation, p50', 1, worst(0.5), ' ms'),
      atMost('our code per operation, p99', 3, worst(0.99), ' ms'),
    ],
    body: [
      `Milliseconds over ${runs} runs of each, after a warm-up. "Alone" is the operation with every answer out of memory: schema, idempotency key, signature, middleware, shaping (the quietest of ${rounds} rounds, since others use the machine too). "Idle" is a loop that does nothing for as long as the median of "alone", right after it: what that takes beyond its time is the machine, not the code. "Bare" is a step of the same app that only does one \`z.request\` to the sandbox, "through" is the operation itself, both in turn through the platform's handler, in wall time, which most of all shows the platform and how busy the machine is. The goals are about the slowest "alone".`,
      table(
        [
          'operation',
          'alone p50',
          'alone p99',
          'idle p99',
          'bare p50',
          'bare p99',
          'through p50',
          'through p99',
          'difference p50',
        ],
        timings.map(({ operation, alone, idle, bare, through }) => [
          operation.name,
          ms(percentile(alone, 0.5)),
          ms(percentile(alone, 0.99)),
          ms(percentile(idle, 0.99)),
          ...[bare, through].flatMap((values) => [0.5, 0.99].map((share) => ms(percentile(values, share)))),
          ms(percentile(through, 0.5) - percentile(bare, 0.5)),
        ]),
      ),
    ],
  };
}

async function time(operation: OwnOperation, key: string, { rounds, runs, steps }: Amount): Promise<Timing> {
  let answer: unknown;
  const bareApp = withPerform(operation, async (z) => {
    const response = await z.request<unknown>(bareRequest(operation, key, randomUUID()));
    answer = response.data;
    const data = isObject(answer) ? answer.data : undefined;
    return operation.many && !Array.isArray(data) ? [data] : data;
  });
  const bare = stepOf(createPlatform(bareApp, { api_key: key }), operation);
  const through = stepOf(createPlatform(App, { api_key: key }), operation);
  await bare();
  const alone = ownCode(operation, key, answer);
  const timing: Timing = { operation, alone: [], idle: [], through: [], bare: [] };
  await timed(steps, through);
  await timed(runs, alone);
  // Several rounds, so that at least one of them runs while nothing else uses the machine. That one is kept.
  for (let round = 0; round < rounds; round += 1) {
    for (let pair = 0; pair < steps / rounds; pair += 1) {
      timing.bare.push(await bare());
      timing.through.push(await through());
    }
    const took = await timed(runs, alone);
    const idle = await timed(runs, idleFor(percentile(took, 0.5)));
    if (round > 0 && percentile(took, 0.99) >= percentile(timing.alone, 0.99)) continue;
    timing.alone = took;
    timing.idle = idle;
  }
  return timing;
}

async function timed(runs: number, step: () => Promise<number>): Promise<number[]> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) took.push(await step());
  return took;
}

// A loop that only waits. If it takes longer than `ms`, other work on the machine is the cause, not the app's code.
function idleFor(ms: number): () => Promise<number> {
  return () => {
    const begin = performance.now();
    while (performance.now() - begin < ms);
    return Promise.resolve(performance.now() - begin);
  };
}

function stepOf(platform: Platform, { path, bundle }: OwnOperation): () => Promise<number> {
  return async () => {
    const begin = performance.now();
    await platform.run(`${path.join('.')}.operation.perform`, bundle);
    return performance.now() - begin;
  };
}

// Keeps the rest of the app, since the platform copies the whole definition for every step, which takes time, too.
function withPerform({ path: [kind, key] }: OwnOperation, perform: (z: ZObject) => Promise<unknown>): object {
  const operations: Record<string, { operation: object }> = { ...App[kind] };
  const { operation, ...rest } = operations[key] ?? { operation: {} };
  return {
    ...App,
    beforeRequest: [],
    afterResponse: [],
    [kind]: { ...operations, [key]: { ...rest, operation: { ...operation, perform } } },
  };
}

function ms(value: number): string {
  return value.toFixed(2);
}
