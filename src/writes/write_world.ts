import type { Cache } from '../lib/cache.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { Answer } from './answer.ts';
import type { WriteMemory } from './write_memory.ts';
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

/** What is known of a write whose record is looked for. */
export interface LookedFor extends Pick<WriteMemory, 'sinceMs' | 'others' | 'lookedUp'> {
  state: WriteState;
}

/** Everything that a write does outside its own memory: the app's world, or a model of it in the tests. */
export interface WriteWorld {
  /** Zapier's cache; undefined where nothing is to be remembered. */
  cache: Cache | undefined;
  /** Milliseconds since 1970. */
  nowMs: () => number;
  /** When this run began, in ms since 1970. */
  beganMs: () => number;
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
   * Looks for its record. `state` is `saved` when it is known to be there, `sinceMs` says when it was first sent, `others`
   * which records belong to other writes, `lookedUp` what was looked up for it then.
   */
  look: (write: LookedFor) => Promise<Sight>;
  /** Reads a record; undefined when it cannot be read. */
  read: (id: string) => Promise<ApiRecord | undefined>;
}
