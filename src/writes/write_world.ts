import type { Cache } from '../lib/cache.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { Answer } from './answer.ts';
import type { WriteEvent, WriteState } from './write_state.ts';

/** What the newest records say about a write. */
export type Sight =
  | { event: Extract<WriteEvent, 'one record is found that can be it'>; record: ApiRecord }
  | {
      event: Extract<
        WriteEvent,
        'several records can be it' | 'no record can be it' | 'the records cannot be seen'
      >;
    };

/** Everything that a write does outside its own memory: the app's world, or a model of it in the tests. */
export interface WriteWorld {
  /** Zapier's cache; undefined where nothing is to be remembered. */
  cache: Cache | undefined;
  /** Milliseconds since 1970. */
  nowMs: () => number;
  /** When this run has surely ended, in ms since 1970. */
  busyUntilMs: () => number;
  /** True while a request that begins now can still be answered. */
  hasTime: () => boolean;
  pause: (pauseMs: number) => Promise<void>;
  /** How long after a run what it sent is surely settled. */
  settlingMs: number;
  /**
   * Sends the write.
   * @param key the Idempotency-Key
   * @param lookedUp what was looked up for it when it was first sent
   */
  send: (key: string, lookedUp: Record<string, string>) => Promise<Answer>;
  /**
   * Looks for its record.
   * @param sinceMs when it was first sent, in ms since 1970
   * @param state `saved` when it is known to be there
   * @param others the ids of records that belong to other writes
   */
  look: (sinceMs: number, state: WriteState, others: readonly string[]) => Promise<Sight>;
  /** Reads a record; undefined when it cannot be read. */
  read: (id: string) => Promise<ApiRecord | undefined>;
}
