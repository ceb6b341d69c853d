import { ApiError } from './api_error.ts';
import type { Caller } from './keys.ts';

const minute = 60_000;

/** Enforces each key's limit of requests per minute of the clock. */
export class RateLimit {
  readonly #now: () => number;
  #minute = 0;
  #used = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Counts one request of a key.
   * @throws ApiError 429 when the key has used up its limit; Retry-After is the rest of the minute in seconds
   */
  spend({ keyHash, perMinute }: Caller): void {
    const now = this.#now();
    const current = Math.floor(now / minute);
    if (current !== this.#minute) this.#used.clear();
    this.#minute = current;
    const used = this.#used.get(keyHash) ?? 0;
    if (used >= perMinute) {
      const seconds = Math.ceil(((current + 1) * minute - now) / 1000);
      throw new ApiError(429, 'rate_limited', `Over ${perMinute} requests in this minute.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    }
    this.#used.set(keyHash, used + 1);
  }
}
