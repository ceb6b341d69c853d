import { NoRecord } from '../../../src/writes/no_record.ts';
import { writeOnce } from '../../../src/writes/write_once.ts';
import { ModelApi, type Behaviour } from './model_api.ts';
import { ModelCache } from './model_cache.ts';

const budgetMs = 25_000;

/** How a run of the step ended. */
export type End = { record: unknown } | { because: NoRecord['because'] };

/** What a run meets: what becomes of its requests, one after the other, and of its calls of the cache. */
export interface Weather {
  behaviours: readonly Behaviour[];
  cacheFails?: readonly boolean[];
  /** The run is killed before this many calls: nothing of what it does after reaches anybody. */
  diesAfter?: number;
}

/** Everything outside of a write, in a time of its own. */
export class ModelWorld {
  nowMs = 1_800_000_000_000;
  readonly api = new ModelApi(() => this.nowMs);
  readonly cache = new ModelCache(() => this.nowMs);

  /**
   * Runs the step once.
   * @param uniqueReference the form's, if it has one
   * @param turn waits for this run's turn
   * @param beforeSending waits before its first request
   * @returns how it ended
   */
  async run(
    uniqueReference: string | undefined,
    { behaviours, cacheFails = [], diesAfter = Number.POSITIVE_INFINITY }: Weather,
    turn: () => Promise<void>,
    beforeSending: () => Promise<void> = () => Promise.resolve(),
  ): Promise<End | 'died'> {
    const startMs = this.nowMs;
    const fates = [...behaviours];
    const cacheFates = [...cacheFails];
    let calls = 0;
    let hasSent = false;
    let die: (value: 'died') => void = () => undefined;
    const death = new Promise<'died'>((resolve) => (die = resolve));
    const live = async (): Promise<void> => {
      calls += 1;
      if (calls > diesAfter) {
        die('died');
        return new Promise(() => undefined);
      }
      await turn();
    };
    const step = writeOnce(
      {
        cache: this.cache.of(live, () => cacheFates.shift() ?? false),
        nowMs: () => this.nowMs,
        beganMs: () => startMs,
        busyUntilMs: () => startMs + budgetMs + 2_500,
        hasTime: () => this.nowMs - startMs < budgetMs - 3_000,
        settlingMs: 60_000,
        pause: async (pauseMs) => {
          this.nowMs += pauseMs;
          await live();
        },
        send: async (key) => {
          await (hasSent ? Promise.resolve() : beforeSending());
          hasSent = true;
          return this.api.send(key, fates.shift() ?? 'works', live);
        },
        look: async ({ sinceMs, others }) => {
          await live();
          return this.api.look(sinceMs, others);
        },
        read: async (id) => {
          await live();
          return this.api.records.find((record) => record.id === id);
        },
      },
      { action: 'create_lead', written: { name: 'Ann' }, uniqueReference, mark: 'connection', lookedUp: {} },
    ).then(
      (record): End => ({ record: record.id }),
      (error: unknown): End => {
        if (error instanceof NoRecord) return { because: error.because };
        throw error;
      },
    );
    return Promise.race([step, death]);
  }
}
