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
  /** What is looked up for the write cannot be: nothing is sent. */
  lookUpFails?: boolean;
  /** The run is killed before this many calls: nothing of what it does after reaches anybody. */
  diesAfter?: number;
}

class NothingFound extends Error {}

/** Everything outside of a write, in a time of its own. */
export class ModelWorld {
  nowMs = 1_800_000_000_000;
  readonly api = new ModelApi(() => this.nowMs);
  readonly cache = new ModelCache(() => this.nowMs);

  /**
   * Runs the step once.
   * @param uniqueReference the form's, if it has one
   * @param turn waits for this run's turn
   * @param whenOthersBegan is waited for before anything is looked up or sent
   * @returns how it ended
   */
  async run(
    uniqueReference: string | undefined,
    { behaviours, cacheFails = [], lookUpFails = false, diesAfter = Number.POSITIVE_INFINITY }: Weather,
    turn: () => Promise<void>,
    whenOthersBegan: () => Promise<void> = () => Promise.resolve(),
  ): Promise<End | 'died'> {
    const startMs = this.nowMs;
    const fates = [...behaviours];
    const cacheFates = [...cacheFails];
    let calls = 0;
    let others: Promise<void> | undefined;
    const othersToBegin = (): Promise<void> => (others ??= whenOthersBegan());
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
    const lookUp = async (): Promise<Record<string, string>> => {
      await othersToBegin();
      await live();
      if (lookUpFails) throw new NothingFound();
      return { client_id: 'client 1' };
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
        send: async (key, lookedUp) => {
          await othersToBegin();
          return this.api.send(key, JSON.stringify(lookedUp), fates.shift() ?? 'works', live);
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
      { action: 'create_job', written: { name: 'Ann' }, uniqueReference, mark: 'connection', lookUp },
    ).then(
      (record): End => ({ record: record.id }),
      (error: unknown): End => {
        if (error instanceof NothingFound) return { because: 'unknown' };
        if (error instanceof NoRecord) return { because: error.because };
        throw error;
      },
    );
    return Promise.race([step, death]);
  }
}
