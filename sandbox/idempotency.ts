import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as zod from 'zod';
import { ApiError, errorAnswer, type Answer } from './api_error.ts';
import { inTransaction } from './database.ts';
import { InProgress } from './in_progress.ts';
import { canonical, readLoosely } from './json.ts';
import type { Account } from './keys.ts';

// Documented: the answers of completed and of failed requests are kept for 72 hours.
const keptMs = 72 * 3_600_000;

const rowSchema = zod.object({ fingerprint: zod.string(), status: zod.number(), body: zod.string() });

/** A POST or PATCH as the client sent it. `text` is the raw body. */
export interface Write {
  method: string;
  path: string;
  text: string;
}

/** Stores the answer to each write under its Idempotency-Key for 72 hours, also when it was an error. */
export class Idempotency {
  readonly #database: DatabaseSync;
  readonly #now: () => number;
  readonly #running = new Set<string>();

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /**
   * Performs a write, or returns the stored answer when the same write came before under the same Idempotency-Key.
   * @param read reads the request's body
   * @param perform does the write; an error that it throws becomes the stored answer
   * @throws ApiError 400 without a key, 409 when the key was used with another method, path or body, and 409
   *   `idempotency_in_progress` while the first request with this key has not ended
   */
  async once(
    account: Account,
    key: string | undefined,
    read: () => Promise<Write>,
    perform: (write: Write) => Answer,
  ): Promise<Answer> {
    const slot = this.#begin(account, key);
    try {
      const write = await read();
      return this.#settle(slot, write, perform);
    } finally {
      this.#running.delete(slot);
    }
  }

  /**
   * Begins a write that is performed later: until then its key belongs to a request that still runs.
   * @returns performs the write; undefined when the same write came before under the same key
   * @throws the errors of `once`
   */
  async later(
    account: Account,
    key: string | undefined,
    read: () => Promise<Write>,
    perform: (write: Write) => Answer,
  ): Promise<(() => void) | undefined> {
    const slot = this.#begin(account, key);
    let begun = false;
    try {
      const write = await read();
      if (this.#stored(slot, fingerprintOf(write)) !== undefined) return undefined;
      begun = true;
      return () => {
        this.#running.delete(slot);
        this.#settle(slot, write, perform);
      };
    } finally {
      if (!begun) this.#running.delete(slot);
    }
  }

  #begin(account: Account, key: string | undefined): string {
    if (key === undefined || key === '') {
      throw new ApiError(
        400,
        'idempotency_key_required',
        'The header Idempotency-Key is required on every write.',
      );
    }
    const slot = `${account.organization}/${account.mode}/${key}`;
    if (this.#running.has(slot)) throw new InProgress();
    this.#running.add(slot);
    return slot;
  }

  #settle(slot: string, write: Write, perform: (write: Write) => Answer): Answer {
    const fingerprint = fingerprintOf(write);
    const stored = this.#stored(slot, fingerprint);
    if (stored !== undefined) return stored;
    try {
      return inTransaction(this.#database, () => this.#keep(slot, fingerprint, perform(write)));
    } catch (error) {
      return this.#keep(slot, fingerprint, errorAnswer(error));
    }
  }

  #stored(slot: string, fingerprint: string): Answer | undefined {
    this.#database.prepare('DELETE FROM stored_answers WHERE created_at <= ?').run(this.#now() - keptMs);
    const found = this.#database.prepare('SELECT * FROM stored_answers WHERE slot = ?').get(slot);
    if (found === undefined) return undefined;
    const stored = rowSchema.parse(found);
    if (stored.fingerprint !== fingerprint) {
      throw new ApiError(409, 'idempotency_conflict', 'The Idempotency-Key was used with another request.');
    }
    return { status: stored.status, text: stored.body, headers: { 'Idempotency-Replayed': 'true' } };
  }

  #keep(slot: string, fingerprint: string, answer: Answer): Answer {
    this.#database
      .prepare(
        'INSERT INTO stored_answers (slot, fingerprint, status, body, created_at) VALUES (?, ?, ?, ?, ?)',
      )
      .run(slot, fingerprint, answer.status, answer.text, this.#now());
    return answer;
  }
}

function fingerprintOf({ method, path, text }: Write): string {
  return createHash('sha256')
    .update(`${method} ${path} ${canonical(readLoosely(text))}`)
    .digest('hex');
}
