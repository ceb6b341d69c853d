import { createHash, createHmac } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as zod from 'zod';
import { ApiError } from './api_error.ts';
import { parseJson } from './json.ts';
import { randomText } from './random_text.ts';

/** Which records a key can see: those of its organization, and there either the live or the test records. */
export interface Account {
  organization: string;
  mode: 'live' | 'test';
}

/** The valid API key of a request, and what it may do. */
export interface Caller extends Account {
  keyHash: string;
  scopes: string[];
  perMinute: number;
}

/** Options for a new key: live, every scope, the organization `demo`, 100,000 requests a minute and no expiry. */
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

/** The API keys of all organizations. Only their hashes and public prefixes are stored. */
export class Keys {
  readonly #database: DatabaseSync;
  readonly #now: () => number;

  constructor(database: DatabaseSync, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Creates a key and returns it. It cannot be read again, since only its hash is stored. */
  create(options: NewKey = {}): string {
    return this.#register(`${randomText(8)}_${randomText(24)}`, options);
  }

  /** The two keys that every sandbox has. They are derived from a stored seed, so that a data file keeps its keys. */
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

  /** Revokes a key. Does nothing when there is no such key. */
  revoke(key: string): void {
    this.#database.prepare('UPDATE api_keys SET revoked = 1 WHERE hash = ?').run(hashOf(key));
  }

  /**
   * Finds the key of a request.
   * @param header the value of the Authorization header, `Bearer <key>`
   * @throws ApiError 401 whose message says whether the key is missing or unknown, revoked, or expired
   */
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
