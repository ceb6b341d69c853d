/** A list with a limit of entries and of bytes: when either is exceeded, it drops its oldest entries. */
export class BoundedLog<T> {
  readonly #maxEntries: number;
  readonly #maxBytes: number;
  #entries: { value: T; bytes: number }[] = [];
  #first = 0;
  #bytes = 0;

  constructor(maxEntries: number, maxBytes: number) {
    this.#maxEntries = maxEntries;
    this.#maxBytes = maxBytes;
  }

  /** Appends a value; `bytes` is roughly what it takes in memory. */
  add(value: T, bytes: number): void {
    this.#entries.push({ value, bytes });
    this.#bytes += bytes;
    while (this.#entries.length - this.#first > this.#maxEntries || this.#bytes > this.#maxBytes) {
      this.#bytes -= this.#entries[this.#first]?.bytes ?? 0;
      this.#first += 1;
    }
    // Removing dropped entries in bulk is cheaper than calling shift() for each one.
    if (this.#first > this.#entries.length / 2) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }

  /** The entries that were not dropped, oldest first. */
  values(): T[] {
    return this.#entries.slice(this.#first).map((entry) => entry.value);
  }

  /** Drops all entries. */
  clear(): void {
    this.#entries = [];
    this.#first = 0;
    this.#bytes = 0;
  }
}
