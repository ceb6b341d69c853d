import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as zod from 'zod';
import { post, type Delivery } from './delivery.ts';
import type { Destinations } from './destinations.ts';
import type { Journal } from './journal.ts';

const rowSchema = zod.object({
  seq: zod.number(),
  id: zod.string(),
  destination: zod.string(),
  event: zod.string(),
  timestamp: zod.string(),
  body: zod.string(),
  attempt: zod.number(),
});

/** `idle` also waits for a retry that is due within this time. */
const soonMs = 1000;

/**
 * The queue of webhook deliveries. Each destination gets its deliveries one at a time, the oldest first. Pending ones
 * are stored in the database, so that they are sent after a restart.
 */
export class Outbox {
  readonly #database: DatabaseSync;
  readonly #destinations: Destinations;
  readonly #journal: Journal;
  readonly #retryDelaysMs: readonly number[];
  readonly #now: () => number;
  readonly #busy = new Set<string>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    database: DatabaseSync,
    destinations: Destinations,
    journal: Journal,
    retryDelaysMs: readonly number[],
    now: () => number,
  ) {
    this.#database = database;
    this.#destinations = destinations;
    this.#journal = journal;
    this.#retryDelaysMs = retryDelaysMs;
    this.#now = now;
  }

  /** Queues a delivery. It is sent after the current transaction, so never for a write that is rolled back. */
  add(destination: string, delivery: Omit<Delivery, 'id' | 'attempt'>): void {
    const { event, timestamp, body } = delivery;
    this.#database
      .prepare(
        `INSERT INTO deliveries (id, destination, event, timestamp, body, attempt, due_at)
         VALUES (?, ?, ?, ?, ?, 1, ?)`,
      )
      .run(randomUUID(), destination, event, timestamp, body, this.#now());
    this.wake(0);
  }

  /** Schedules the next look for due deliveries, and cancels the one scheduled before. */
  wake(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#pump();
    }, delayMs);
  }

  /** Resolves when no delivery is being sent and none is due within the next second. */
  async idle(): Promise<void> {
    while (!this.#stop.signal.aborted && (this.#busy.size > 0 || this.#dueBy(this.#now() + soonMs))) {
      await sleep(2);
    }
  }

  /** Aborts the deliveries that are being sent. They stay in the queue. */
  async close(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#timer);
    while (this.#busy.size > 0) await sleep(1);
  }

  #pump(): void {
    // Both queries need the same time: a retry that became due between two looks at the clock would be found by
    // neither, and never be sent.
    const now = this.#now();
    const due = this.#database
      .prepare('SELECT DISTINCT destination FROM deliveries WHERE due_at <= ?')
      .all(now);
    for (const row of due) void this.#serve(zod.string().parse(row.destination));
    const next = this.#database
      .prepare('SELECT MIN(due_at) AS at FROM deliveries WHERE due_at > ?')
      .get(now)?.at;
    if (typeof next === 'number') this.wake(Math.max(1, next - now));
  }

  async #serve(destination: string): Promise<void> {
    if (this.#busy.has(destination)) return;
    this.#busy.add(destination);
    try {
      for (;;) {
        const row = this.#database
          .prepare('SELECT * FROM deliveries WHERE destination = ? AND due_at <= ? ORDER BY seq LIMIT 1')
          .get(destination, this.#now());
        if (row === undefined || this.#stop.signal.aborted) break;
        await this.#attempt(rowSchema.parse(row));
      }
    } finally {
      this.#busy.delete(destination);
    }
    if (!this.#stop.signal.aborted) this.#pump();
  }

  async #attempt(row: zod.infer<typeof rowSchema>): Promise<void> {
    const destination = this.#destinations.find(row.destination);
    const status = destination === undefined ? 410 : await post(row, destination, this.#stop.signal);
    if (this.#stop.signal.aborted) return;
    if (destination !== undefined) {
      const { id, event, attempt, body } = row;
      this.#journal.noteDelivery({
        at: new Date().toISOString(),
        id,
        event,
        url: destination.url,
        attempt,
        status,
        body,
      });
    }
    this.#settle(row, status);
  }

  #settle(
    { seq, destination, attempt }: { seq: number; destination: string; attempt: number },
    status: number,
  ): void {
    const delay = this.#retryDelaysMs[attempt - 1];
    if (status === 410) {
      this.#destinations.end(destination);
    } else if ((status >= 200 && status < 300) || delay === undefined) {
      this.#database.prepare('DELETE FROM deliveries WHERE seq = ?').run(seq);
    } else {
      this.#database
        .prepare('UPDATE deliveries SET attempt = attempt + 1, due_at = ? WHERE seq = ?')
        .run(this.#now() + delay, seq);
    }
  }

  #dueBy(time: number): boolean {
    return (
      this.#database.prepare('SELECT 1 FROM deliveries WHERE due_at <= ? LIMIT 1').get(time) !== undefined
    );
  }
}
