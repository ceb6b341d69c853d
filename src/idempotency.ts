/*
 * Which Idempotency-Key a write carries, so that it happens once.
 * Zapier replays a step with the same input and nothing to tell the runs apart, and the API keeps the answer to a
 * key for 72 hours. So a key must outlive a run whose outcome nobody knows, and must not outlive one that ended:
 * the same form sent again tomorrow is another write.
 * - With a Unique Reference the key follows from it. When the API has stored a failure for that key, nothing was
 *   written and nothing ever will be: the reference moves on to its next key.
 * - Without one the key is random and remembered, by what is written, until an answer says how it ended.
 * A run's answer counts only when the API looked at the write: 401, 403 and 429 come before that.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from './cache.ts';
import type { ApiFailure } from './failure.ts';
import { filled, isObject } from './guards.ts';
import { apiKey } from './middleware.ts';
import { runOf } from './run.ts';

/** What a write is told apart by. */
export interface Write {
  /** The action's key: `create_lead`. */
  action: string;
  body: Record<string, unknown>;
  /** The person's own mark for this write, such as a form response id. */
  uniqueReference?: string | undefined;
}

/** The key of one write, and what to do when it is known how the write went. */
export interface WriteKey {
  value: string;
  /** Call once, with nothing after a success. A failure that ends nothing keeps the key for the replay. */
  settle: (failure?: ApiFailure) => Promise<void>;
}

interface Remembered {
  key?: string;
  generation?: number;
  /** The 5xx this key got before: the same again is the API's stored answer. */
  failure?: string;
}

interface Memory {
  recall: () => Promise<Remembered>;
  begin: (remembered: Remembered) => Promise<unknown>;
  remember: (remembered: Remembered) => Promise<unknown>;
  forget: () => Promise<unknown>;
}

// The API remembers for 72 hours, counted from the first request.
const memorySeconds = 71 * 60 * 60;
const looksAtNothing = new Set([401, 403, 429]);

/**
 * Finds or makes the key for a write. Never throws: without the cache the write goes on with a random key.
 * @returns the key, and `settle` to call with the outcome
 */
export async function keyForWrite(z: ZObject, bundle: Bundle, write: Write): Promise<WriteKey> {
  // In the editor every test is meant to be seen.
  if (runOf(bundle).isLoadingSample === true) return { value: randomUUID(), settle: () => Promise.resolve() };
  const { action, body, uniqueReference } = write;
  const memory = memoryOf(z, hash(apiKey(bundle.authData), action, uniqueReference ?? body));
  return uniqueReference === undefined
    ? rememberedKey(memory)
    : referenceKey(memory, (generation) => hash(action, uniqueReference, generation));
}

async function rememberedKey(memory: Memory): Promise<WriteKey> {
  const before = await memory.recall();
  const value = before.key ?? (await chosenKey(memory));
  return {
    value,
    settle: async (failure) => {
      if (hasEnded(failure, before)) await memory.forget();
      else if (failure?.fingerprint)
        await memory.remember({ key: value, failure: hash(failure.fingerprint) });
    },
  };
}

// Of two equal writes that begin at once, both take the key that got into the cache: a double click is one lead.
async function chosenKey(memory: Memory): Promise<string> {
  const own = randomUUID();
  await memory.begin({ key: own });
  return (await memory.recall()).key ?? own;
}

async function referenceKey(memory: Memory, keyOf: (generation: number) => string): Promise<WriteKey> {
  const before = await memory.recall();
  const generation = before.generation ?? 0;
  return {
    value: keyOf(generation),
    settle: async (failure) => {
      // 409 means the reference wrote something else before: a further key would write it twice.
      if (failure === undefined || failure.status === 409) return;
      if (hasEnded(failure, before)) await memory.remember({ generation: generation + 1 });
      else if (failure.fingerprint) await memory.remember({ generation, failure: hash(failure.fingerprint) });
    },
  };
}

function hasEnded(failure: ApiFailure | undefined, before: Remembered): boolean {
  if (failure === undefined) return true;
  if (failure.inProgress || looksAtNothing.has(failure.status)) return false;
  return !failure.mayPass || failure.stored || repeats(failure, before);
}

function repeats(failure: ApiFailure, before: Remembered): boolean {
  return failure.fingerprint !== '' && hash(failure.fingerprint) === before.failure;
}

function memoryOf(z: ZObject, slot: string): Memory {
  // A write never fails because Zapier's cache does: it only loses its memory.
  const cache = cacheOf(z, 'a replay of this write may not be recognized');
  return {
    recall: async () => {
      const found = await cache.get(slot);
      if (!isObject(found)) return {};
      const key = filled(found.key);
      const failure = filled(found.failure);
      const generation = Number(found.generation ?? 0);
      return { ...(key !== undefined && { key }), ...(failure !== undefined && { failure }), generation };
    },
    begin: (remembered) => cache.add(slot, remembered, memorySeconds),
    remember: (remembered) => cache.set(slot, remembered, memorySeconds),
    forget: () => cache.delete(slot),
  };
}

function hash(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
