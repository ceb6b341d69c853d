import type { BeforeRequestMiddleware } from 'zapier-platform-core';
import App from '../../index.ts';
import { createPlatform, StepError } from '../../workbench/platform.ts';
import { collectGarbage } from '../garbage.ts';

/** What one step took. */
export interface Probe {
  requests: number;
  ms: number;
  /** The most that was alive on the heap at any page, in MiB beyond what was before. */
  heap: number;
  /** The sentence of the step's error, if it ended with one. */
  error?: string;
}

/** Runs a step, with Zapier's cache across runs, and says what it took. */
export type Prober = (
  method: string,
  bundle: Record<string, unknown>,
  options?: { weigh?: boolean; forget?: boolean },
) => Promise<Probe>;

// Collecting garbage at every page would take longer than the pages.
const weighEvery = 10;

/** Connects the app in a way that its requests are counted and, when asked to, its heap is weighed. */
export function createProber(key: string): Prober {
  let requests = 0;
  let heaviest: number | undefined;
  const count: BeforeRequestMiddleware = (request) => {
    if (heaviest !== undefined && requests % weighEvery === 0) heaviest = Math.max(heaviest, heapMiB());
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
