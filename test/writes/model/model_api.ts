import { ApiError } from '../../../src/api/api_error.ts';
import type { ApiRecord } from '../../../src/records/api_record.ts';
import type { Answer } from '../../../src/writes/answer.ts';
import type { Sight } from '../../../src/writes/write_world.ts';

/** What the API, or something in between, does with one request. */
export const behaviours = [
  'works',
  'lost before it arrives',
  'lost after it was saved',
  'failure, stored',
  'failure, passing',
  'failure after it was saved, stored',
  'failure after it was saved, passing',
  'saved late, then stored as saved',
  'saved late, stored as failed',
  'proxy error before it arrives',
  'proxy error after it was saved',
  'saved, no record shown',
  'throttled',
  'slow failure, stored',
] as const;
export type Behaviour = (typeof behaviours)[number];

// What the API says it works on may take longer than Zapier waits before the first replay.
const lateMs = { 'saved late, then stored as saved': 400_000, 'saved late, stored as failed': 40_000 };
const apiError = (status: number): string =>
  JSON.stringify({ error: { code: `e${status}`, message: 'It failed.' } });

/** CleanEstimate Pro as far as a write can tell: keys with stored answers, records, and a list of them. */
export class ModelApi {
  /** True for an API that refuses what it is sent. */
  refuses = false;
  readonly records: (ApiRecord & { savedMs: number })[] = [];
  readonly #stored = new Map<string, Answer>();
  readonly #bodies = new Map<string, string>();
  readonly #running = new Set<string>();
  readonly #late: { key: string; atMs: number; storesSuccess: boolean }[] = [];
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /**
   * Answers a request. Another body under the same key is refused.
   * @param turn waits until it is this request's turn: other runs go on in between
   */
  async send(key: string, body: string, behaviour: Behaviour, turn: () => Promise<void>): Promise<Answer> {
    await turn();
    if (behaviour === 'lost before it arrives') return failure(0, '');
    if (behaviour === 'proxy error before it arrives') return failure(404, '<html>');
    if (behaviour === 'throttled') return failure(429, apiError(429));
    this.#saveWhatIsLate();
    if ((this.#bodies.get(key) ?? body) !== body) return failure(409, apiError(409));
    this.#bodies.set(key, body);
    const stored = this.#stored.get(key);
    if (stored !== undefined) return onTheWayBack(stored, behaviour);
    if (this.#running.has(key)) return failure(409, apiError(409).replace('e409', 'idempotency_in_progress'));
    if (behaviour === 'failure, passing') return failure(500, apiError(500));
    this.#running.add(key);
    await turn();
    this.#running.delete(key);
    const answer = this.refuses
      ? onTheWayBack(this.#store(key, failure(422, apiError(422))), behaviour)
      : this.#perform(key, behaviour);
    await turn();
    return answer;
  }

  /** What the newest records say. */
  look(sinceMs: number, others: readonly string[]): Sight {
    this.#saveWhatIsLate();
    const [record, ...more] = this.records.filter(
      ({ id, savedMs }) => savedMs >= sinceMs - 600_000 && !others.includes(id),
    );
    if (record === undefined) return { event: 'no record can be it' };
    return more.length === 0
      ? { event: 'one record is found that can be it', record }
      : { event: 'several records can be it' };
  }

  /** Lets everything that is still under way end. */
  settle(): void {
    this.#saveWhatIsLate();
  }

  #perform(key: string, behaviour: Behaviour): Answer {
    switch (behaviour) {
      case 'failure, stored':
        return this.#store(key, failure(500, apiError(500)));
      case 'slow failure, stored':
        this.#store(key, failure(500, apiError(500)));
        return failure(500, apiError(500), 9_000);
      case 'failure after it was saved, stored':
        this.#save();
        return this.#store(key, failure(500, apiError(500)));
      case 'saved late, then stored as saved':
      case 'saved late, stored as failed': {
        const storesSuccess = behaviour === 'saved late, then stored as saved';
        this.#late.push({ key, atMs: this.#nowMs() + lateMs[behaviour], storesSuccess });
        if (!storesSuccess) this.#store(key, failure(504, apiError(504)));
        else this.#running.add(key);
        return failure(504, apiError(504));
      }
      default:
        return onTheWayBack(this.#store(key, { is: 'record', record: this.#save() }), behaviour);
    }
  }

  #save(): ApiRecord {
    const record = { id: `record ${this.records.length + 1}`, savedMs: this.#nowMs() };
    this.records.push(record);
    return record;
  }

  #store(key: string, answer: Answer): Answer {
    this.#stored.set(key, answer);
    return answer;
  }

  #saveWhatIsLate(): void {
    const due = this.#late.filter(({ atMs }) => atMs <= this.#nowMs());
    for (const entry of due) {
      this.#late.splice(this.#late.indexOf(entry), 1);
      const record = this.#save();
      this.#running.delete(entry.key);
      if (entry.storesSuccess) this.#store(entry.key, { is: 'record', record });
    }
  }
}

function failure(status: number, content: string, tookMs = 10): Answer {
  const error = new ApiError({ status, content });
  error.tookMs = tookMs;
  return { is: 'failure', error };
}

function onTheWayBack(answer: Answer, behaviour: Behaviour): Answer {
  switch (behaviour) {
    case 'lost after it was saved':
      return failure(0, '');
    case 'proxy error after it was saved':
      return failure(502, '<html>');
    case 'failure after it was saved, passing':
      return failure(500, apiError(500));
    case 'saved, no record shown':
      return answer.is === 'record' ? { is: 'success' } : answer;
    default:
      return answer;
  }
}
