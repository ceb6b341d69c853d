/*
 * Which Idempotency-Key a write carries, so that it happens once.
 * Zapier replays a step with the same input and nothing to tell the runs apart, and the API keeps the answer to a
 * key for 72 hours. So a key must outlive a run whose outcome nobody knows, and must not outlive one that ended:
 * the same form sent again tomorrow is another write.
 * - With a Unique Reference the key follows from it. Once a key is spent, the reference moves on to its next one.
 * - Without one the key is random and remembered, by what is written, until an answer says how it ended.
 * A 5xx may be the API's stored answer, which this key would get for ever, or trouble on the way back from a write
 * that happened. Only when the record is surely missing is the key spent: see `evidence.ts`.
 */
import { randomUUID } from 'node:crypto';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import type { ApiError } from '../api/api_error.ts';
import { isFilled, isObject } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import { connectionMark } from '../lib/connection.ts';
import { runOf } from '../lib/run.ts';
import { settlingMs } from '../settings.ts';

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
  /** When the first try with this key began, in ms. */
  since: number;
  /** True when the key follows from a Unique Reference. */
  referenced: boolean;
  /** The write happened. */
  succeed: () => Promise<unknown>;
  /** This key will never make the record: a replay takes another. */
  spend: () => Promise<unknown>;
  /** Nobody knows: a replay takes this key again. */
  keep: () => Promise<unknown>;
}

interface Memory {
  key?: string;
  generation: number;
  since?: number;
}

// The API remembers for 72 hours, counted from the first request.
const memorySeconds = 71 * 60 * 60;
const doNothing = (): Promise<void> => Promise.resolve();

/**
 * Finds or makes the key for a write. Never throws. Without Zapier's cache, a write with a Unique Reference gets the
 * reference's first key, and any other write a random one.
 * @returns the key; the caller calls one of its three endings when the write is over
 */
export async function keyForWrite(z: ZObject, bundle: Bundle, write: Write): Promise<WriteKey> {
  const now = Date.now();
  // In the editor a person tests on purpose, and expects each test to write.
  if (runOf(bundle).isLoadingSample === true) {
    const endings = { succeed: doNothing, spend: doNothing, keep: doNothing };
    return { value: randomUUID(), since: now, referenced: false, ...endings };
  }
  const { action, body, uniqueReference } = write;
  const slot = `${connectionMark(bundle)} ${hash(action, uniqueReference ?? body)}`;
  // A write never fails because Zapier's cache does: it only loses its memory.
  const cache = cacheOf(z, 'a replay of this write may not be recognized');
  const recall = async (): Promise<Memory> => memoryIn(await cache.get(slot));
  const remember = (memory: Memory): Promise<unknown> => cache.set(slot, memory, memorySeconds);
  const before = await recall();

  if (uniqueReference !== undefined) {
    const { generation, since = now } = before;
    return {
      value: hash(action, uniqueReference, generation),
      since,
      referenced: true,
      succeed: doNothing,
      spend: () => remember({ generation: generation + 1 }),
      keep: () => remember({ generation, since }),
    };
  }

  if (before.key === undefined) {
    await cache.add(slot, { key: randomUUID(), generation: 0, since: now }, memorySeconds);
  }
  // Two equal writes that begin at once both take the key that is in the cache in the end: a double click is one lead.
  const { key = randomUUID(), since = now } = before.key === undefined ? await recall() : before;
  const forget = (): Promise<unknown> => cache.delete(slot);
  // Remembered again, since the other half of a double click may have forgotten it.
  const keep = (): Promise<unknown> => remember({ key, generation: 0, since });
  return { value: key, since, referenced: false, succeed: forget, spend: forget, keep };
}

/** What a failed request says about the write. */
export type Verdict = 'nothing written' | 'unknown' | 'nothing written if the record is missing';

/**
 * Judges by a failed request how the write went.
 * - 401, 403 and 429 come before the API looks at the write, so that they say nothing about an earlier try.
 * - After a 409 to a Unique Reference that wrote something else, its next key would write a second time.
 * - A 504 says that the API may still be working on this very try. After any other 5xx of the API itself it may be
 *   too, unless the same answer came twice or the first try was a minute ago.
 */
export function verdictOn(error: ApiError, { since, referenced }: WriteKey): Verdict {
  if (error.inProgress || [401, 403, 429].includes(error.status)) return 'unknown';
  if (error.status === 409 && referenced) return 'unknown';
  if (!error.isRetryable) return 'nothing written';
  if (!error.isApiTrouble || error.status === 504) return 'unknown';
  const settled = error.repeated || Date.now() - since > settlingMs();
  return settled ? 'nothing written if the record is missing' : 'unknown';
}

function memoryIn(found: unknown): Memory {
  const { key, generation = 0, since } = isObject(found) ? found : {};
  return {
    generation: Number(generation),
    ...(isFilled(key) && { key }),
    ...(typeof since === 'number' && { since }),
  };
}
