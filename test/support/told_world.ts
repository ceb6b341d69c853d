import { expect } from '@jest/globals';
import { ApiError } from '../../src/api/api_error.ts';
import type { Cache } from '../../src/lib/cache.ts';
import type { Answer } from '../../src/writes/answer.ts';
import { begun, type WriteMemory } from '../../src/writes/write_memory.ts';
import type { WriteWorld } from '../../src/writes/write_world.ts';

/*
 * The world of a write, which does and shows what a test tells it.
 */

/** What the write is told apart by. */
const identity = { action: 'create_lead', written: { name: 'Ann' } };
/** The write. */
export const write = { ...identity, mark: 'connection' };
/** Its record. */
export const record = { id: 'l1' };
/** An answer that never came. */
export const lost: Answer = { is: 'failure', error: new ApiError({ status: 0, content: '' }) };
/** An answer by which the API refuses it. */
export const refusal: Answer = {
  is: 'failure',
  error: new ApiError({
    status: 422,
    content: JSON.stringify({ error: { code: 'no', details: [{ path: 'city', message: 'is unknown' }] } }),
  }),
};
/** Milliseconds of a minute. */
export const minuteMs = 60_000;

/** A memory of the same write. */
export function memoryOf(more: Partial<WriteMemory>): WriteMemory {
  return { ...begun(identity, 0, 30_000), key: 'key 1', ...more };
}

/** What a world is told. */
export interface ToldWorld {
  cache?: Partial<Cache>;
  /** What comes back for what is sent, one after the other; then the record. */
  answers?: Answer[];
  /** False where no record can be read. */
  readable?: boolean;
  /** When the run begins, in ms since 1970. */
  atMs?: number;
  /** How long it may take. */
  budgetMs?: number;
}

/** A world at a moment, which does what it is told; its time goes on by its pauses. */
export function toldWorld({
  cache = {},
  answers = [],
  readable = true,
  atMs = 10_000,
  budgetMs = 20_000,
}: ToldWorld): {
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
    settlingMs: minuteMs,
    send: (key) => {
      sent.push(key);
      return Promise.resolve(left.shift() ?? { is: 'record', record });
    },
    look: () => Promise.resolve({ event: 'the records cannot be seen' }),
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

/** Matches the NoRecord that a write ends with. */
export const because = (reason: string): unknown => expect.objectContaining({ because: reason });
