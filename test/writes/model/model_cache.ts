import type { Cache } from '../../../src/lib/cache.ts';

/** Zapier's cache: each call is a call over the network, which may fail. */
export class ModelCache {
  readonly #entries = new Map<string, { value: string; untilMs: number }>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear();
  }

  /**
   * The cache of one run.
   * @param turn waits until it is this call's turn
   * @param fails whether a call fails
   */
  of(turn: () => Promise<void>, fails: () => boolean): Cache {
    const call = async <T>(work: () => T): Promise<T | undefined> => {
      await turn();
      return fails() ? undefined : work();
    };
    const read = (slot: string): unknown => {
      const entry = this.#entries.get(slot);
      if (entry === undefined || entry.untilMs <= this.#nowMs()) return null;
      return JSON.parse(entry.value);
    };
    const write = (slot: string, value: unknown, seconds: number): true => {
      this.#entries.set(slot, { value: JSON.stringify(value), untilMs: this.#nowMs() + seconds * 1000 });
      return true;
    };
    return {
      get: (slot) => call(() => read(slot)),
      set: (slot, value, seconds) => call(() => write(slot, value, seconds)),
      add: (slot, value, seconds) => call(() => read(slot) === null && write(slot, value, seconds)),
      proveAdd: () => Promise.resolve(),
      delete: (slot) => call(() => this.#entries.delete(slot)),
    };
  }
}
