import { createHash, createHmac } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as zod from 'zod';
import { ApiError } from './api_error.ts';
import { parseJson } from './json.ts';
import { randomText } from './random_text.ts';

/** Whose records a request sees. */
export interface Account {
  organization: string;
  mode: 'live' | 'test';
}

/** A key that was shown and found good. */
export interface Caller extends Account {
  keyHash: string;
  scopes: string[];
  perMinute: number;
}

/** What a new key may be told to be. */
export interface NewKey {
  mode?: 'live' | 'test';
  scopes?: string[];
  organization?: string;
  perMinute?: number;
  expiresAt?: string;
}

const rowSchema = zod.object({
  hash: zod.string(),
  organization: zod.string(),
  mode: zod.enum(['live', 'test']),
  scopes: zod.string().transform((text) => zod.array(zod.string()).parse(parseJson(text))),
  per_minute: zod.number(),
  expires_at: zod.string().nullable(),
  revoked: zod.number(),
});

/** The keys of all organizations. Only hashes and public prefixes are stored. */
export class Keys {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Makes a key and returns it, the only time it is seen whole. */
  create(options: NewKey = {}): string {
    return this.#register(`${randomText(8)}_${randomText(24)}`, options);
  }

  /** The two keys every sandbox has: drawn from a stored seed, so that a data file keeps them. */
  demo(): { live: string; test: string } {
    this.#database
      .prepare("INSERT OR IGNORE INTO settings (name, value) VALUES ('demo_keys', ?)")
      .run(randomText(32));
    const row = this.#database.prepare("SELECT value FROM settings WHERE name = 'demo_keys'").get();
    const seed = zod.string().parse(row?.value);
    const key = (mode: 'live' | 'test'): string => {
      const text = randomText(32, createHmac('sha256', seed).update(mode).digest());
      return this.#register(`${text.slice(0, 8)}_${text.slice(8)}`, { mode });
    };
    return { live: key('live'), test: key('test') };
  }

  /** Ends a key; a key that does not exist is left as it is. */
  revoke(key: string): void {
    this.#database.prepare('UPDATE api_keys SET revoked = 1 WHERE hash = ?').run(hashOf(key));
  }

  /** Who shows this Authorization header. Throws a 401 that says what is wrong with the key. */
  authenticate(header: string | undefined): Caller {
    const key = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    const found =
      key === undefined
        ? undefined
        : this.#database.prepare('SELECT * FROM api_keys WHERE hash = ?').get(hashOf(key));
    if (found === undefined) throw new ApiError(401, 'invalid_api_key', 'The API key is missing or unknown.');
    const row = rowSchema.parse(found);
    if (row.revoked !== 0) throw new ApiError(401, 'api_key_revoked', 'The API key has been revoked.');
    if (row.expires_at !== null && Date.parse(row.expires_at) <= this.#now()) {
      throw new ApiError(401, 'api_key_expired', 'The API key has expired.');
    }
    const { hash, organization, mode, scopes, per_minute } = row;
    return { keyHash: hash, organization, mode, scopes, perMinute: per_minute };
  }

  #register(secret: string, options: NewKey): string {
    const { mode = 'live', scopes = ['*'], organization = 'demo', perMinute = 100_000, expiresAt } = options;
    const key = `ce_${mode}_${secret}`;
    this.#database
      .prepare(
        `INSERT OR IGNORE INTO api_keys (hash, prefix, organization, mode, scopes, per_minute, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        hashOf(key),
        key.slice(0, -24),
        organization,
        mode,
        JSON.stringify(scopes),
        perMinute,
        expiresAt ?? null,
      );
    return key;
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
