/*
 * Which Idempotency-Key a write carries, so that it happens once.
 * Zapier replays a step with the same input and nothing to tell the runs apart, and the API keeps the answer to a
 * key for 72 hours. So a key must outlive a run whose outcome nobody knows, and must not outlive one that ended:
 * the same form sent again tomorrow is another write.
 * - With a Unique Reference the key follows from it. Once a key is spent, the reference moves on to its next one.
 * - Without one the key is random and remembered, by what is written, until an answer says how it ended.
 * A 5xx may be the API's stored answer, which this key would get for ever, or trouble on the way back from a write
 * that happened. Only when the record is surely missing is the key spent: see `missing.ts`.
 */
import { randomUUID } from 'node:crypto';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import type { ApiFailure } from '../api/api_error.ts';
import { isFilled, isObject } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import { connectionMark } from '../api/middleware.ts';
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
const nothing = (): Promise<void> => Promise.resolve();

/**
 * Finds or makes the key for a write. Never throws: without the cache the write goes on with a random key.
 * @returns the key; one of its three endings is to be called when the write is over
 */
export async function keyForWrite(z: ZObject, bundle: Bundle, write: Write): Promise<WriteKey> {
  const now = Date.now();
  // In the editor every test is meant to be seen.
  if (runOf(bundle).isLoadingSample === true) {
    const endings = { succeed: nothing, spend: nothing, keep: nothing };
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
      succeed: nothing,
      spend: () => remember({ generation: generation + 1 }),
      keep: () => remember({ generation, since }),
    };
  }

  if (before.key === undefined) {
    await cache.add(slot, { key: randomUUID(), generation: 0, since: now }, memorySeconds);
  }
  // Of two equal writes that begin at once, both take the key that stayed in the cache: a double click is one lead.
  const { key = randomUUID(), since = now } = before.key === undefined ? await recall() : before;
  const forget = (): Promise<unknown> => cache.delete(slot);
  // Remembered again, since the other half of a double click may have forgotten it.
  const keep = (): Promise<unknown> => remember({ key, generation: 0, since });
  return { value: key, since, referenced: false, succeed: forget, spend: forget, keep };
}

/** What a failure says about the write: it ended, nobody knows, or it ended unless the record is there. */
export type Verdict = 'ended' | 'open' | 'ended unless made';

/**
 * Judges how a write went by the failure it ended in.
 * 401, 403 and 429 come before the API looks at the write: an earlier try may have been saved all the same.
 */
export function verdictOn(failure: ApiFailure, { since, referenced }: WriteKey): Verdict {
  if (failure.inProgress || [401, 403, 429].includes(failure.status)) return 'open';
  // The reference wrote something else before: its next key would write a second time.
  if (failure.status === 409 && referenced) return 'open';
  if (!failure.mayPass) return 'ended';
  if (!failure.ownTrouble) return 'open';
  // A 504 says that the API may still be working on this very try.
  if (failure.status === 504) return 'open';
  // So may it be after another 5xx on the first try; later than this it is not.
  return failure.repeated || Date.now() - since > settlingMs() ? 'ended unless made' : 'open';
}

function memoryIn(found: unknown): Memory {
  const { key, generation = 0, since } = isObject(found) ? found : {};
  return {
    generation: Number(generation),
    ...(isFilled(key) && { key }),
    ...(typeof since === 'number' && { since }),
  };
}
