import type { BeforeRequestMiddleware } from 'zapier-platform-core';
import App from '../../index.ts';
import { createPlatform, StepError } from '../../workbench/platform.ts';
import { collectGarbage } from '../garbage.ts';

/** The cost of one step. */
export interface Probe {
  requests: number;
  ms: number;
  /** The largest heap during the step, in MiB more than before it, without garbage. Measured at every tenth request. */
  heap: number;
  /** The step's error message, if it failed. */
  error?: string;
}

/**
 * Runs a step and measures it. `weigh` measures the heap, too; `forget` empties `z.cache` first.
 * @throws whatever the step throws that is no StepError
 */
export type Prober = (
  method: string,
  bundle: Record<string, unknown>,
  options?: { weigh?: boolean; forget?: boolean },
) => Promise<Probe>;

// Measuring needs a garbage collection, which takes longer than a request: at every tenth one it is bearable.
const requestsPerMeasurement = 10;

/**
 * Connects the app so that its requests can be counted and its heap measured.
 * @param key an API key of the sandbox that CEPRO_API_URL names
 */
export function createProber(key: string): Prober {
  let requests = 0;
  let heaviest: number | undefined;
  const count: BeforeRequestMiddleware = (request) => {
    if (heaviest !== undefined && requests % requestsPerMeasurement === 0)
      heaviest = Math.max(heaviest, heapMiB());
    requests += 1;
    return request;
  };
  const beforeRequest = [App.beforeRequest ?? [], count].flat();
  const platform = createPlatform({ ...App, beforeRequest }, { api_key: key });

  return async (method, bundle, { weigh = false, forget = false } = {}) => {
    if (forget) platform.forget();
    requests = 0;
    const before = weigh ? heapMiB() : 0;
    heaviest = weigh ? 0 : undefined;
    const begin = performance.now();
    const error = await platform.run(method, bundle).then(() => undefined, sentenceOf);
    const ms = performance.now() - begin;
    const heap = Math.max((heaviest ?? 0) - before, 0);
    return { requests, ms, heap, ...(error !== undefined && { error }) };
  };
}

function heapMiB(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

function sentenceOf(error: unknown): string {
  if (error instanceof StepError) return error.message;
  throw error;
}
