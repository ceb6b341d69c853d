import { expect } from '@jest/globals';
import { ApiError } from '../../src/api/api_error.ts';
import type { Cache } from '../../src/lib/cache.ts';
import type { Answer } from '../../src/writes/answer.ts';
import { begun, memoryIn, type WriteMemory } from '../../src/writes/write_memory.ts';
import type { Sight, WriteWorld } from '../../src/writes/write_world.ts';

/*
 * A write at one moment, whose cache and answers the test decides.
 */

const identity = { action: 'create_lead', written: { name: 'Ann' } };

/** The write. */
export const write = { ...identity, mark: 'connection' };

/** The only record there is. */
export const record = { id: 'l1' };

/** No answer comes. */
export const lost: Answer = failure(0, '');

/** The API refuses a field. */
export const refusal: Answer = failure(422, {
  code: 'no',
  details: [{ path: 'city', message: 'is unknown' }],
});

/** An answer that is no success. @param error in the API's own words; a text is sent unchanged */
export function failure(status: number, error: unknown): Answer {
  const content = typeof error === 'string' ? error : JSON.stringify({ error });
  return { is: 'failure', error: new ApiError({ status, content }) };
}

/** A memory of the same write. */
export function memoryOf(more: Partial<WriteMemory>): WriteMemory {
  return { ...begun(identity, 0, 30_000), key: 'key 1', ...more };
}

/** What a world does, where it is not what most do. */
export interface Given {
  cache?: Partial<Cache>;
  answers?: Answer[];
  readable?: boolean;
  atMs?: number;
  /** How long the run may take. */
  budgetMs?: number;
  /** What the newest records say. */
  sight?: Sight;
}

/** A world at a moment, which does what it is told; its time goes on by its pauses. */
export function worldOf({
  cache = {},
  answers = [],
  readable = true,
  atMs = 10_000,
  budgetMs = 20_000,
  sight = { event: 'the records cannot be seen' },
}: Given): {
  world: WriteWorld;
  sent: string[];
} {
  let nowMs = atMs;
  const sent: string[] = [];
  const left = [...answers];
  const world: WriteWorld = {
    cache: {
      get: () => Promise.resolve(null),
      set: () => Promise.resolve(true),
      add: () => Promise.resolve(true),
      proveAdd: () => Promise.resolve(),
      delete: () => Promise.resolve(true),
      ...cache,
    },
    nowMs: () => nowMs,
    beganMs: () => atMs,
    busyUntilMs: () => atMs + 27_500,
    hasTime: () => nowMs < atMs + budgetMs,
    pause: (pauseMs) => {
      nowMs += pauseMs;
      return Promise.resolve();
    },
    settlingMs: 60_000,
    send: (key) => {
      sent.push(key);
      return Promise.resolve(left.shift() ?? { is: 'record', record });
    },
    look: () => Promise.resolve(sight),
    read: () => Promise.resolve(readable ? record : undefined),
  };
  return { world, sent };
}

/** A slot that is set, and shows these one after the other, the last one ever after. */
export function slotWith(...shown: unknown[]): Partial<Cache> {
  const left = [...shown];
  return {
    add: (slot) => Promise.resolve(/ (?:claimed|after .*)$/.test(slot)),
    get: (slot) => {
      if (slot.endsWith(' beside')) return Promise.resolve(null);
      return Promise.resolve(left.length > 1 ? left.shift() : left[0]);
    },
  };
}

/** The same cache, and the memories of the write that are put into it. */
export function writing(cache: Partial<Cache>): { cache: Partial<Cache>; written: unknown[] } {
  const written: unknown[] = [];
  const set: Cache['set'] = (slot, value) => {
    if (!slot.endsWith(' beside')) written.push(memoryIn(value));
    return Promise.resolve(true);
  };
  return { cache: { ...cache, set }, written };
}

/** An error of a write that gave no record for this reason. */
export const because = (reason: string): unknown => expect.objectContaining({ because: reason });
