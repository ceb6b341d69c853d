/** A list that forgets its oldest entries beyond a number of entries or of bytes. */
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

  /** Appends a value that weighs about this many bytes. */
  add(value: T, bytes: number): void {
    this.#entries.push({ value, bytes });
    this.#bytes += bytes;
    while (this.#entries.length - this.#first > this.#maxEntries || this.#bytes > this.#maxBytes) {
      this.#bytes -= this.#entries[this.#first]?.bytes ?? 0;
      this.#first += 1;
    }
    // Cutting off the forgotten half now and then costs less than shifting the array for each.
    if (this.#first > this.#entries.length / 2) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }

  /** What is remembered, oldest first. */
  values(): T[] {
    return this.#entries.slice(this.#first).map((entry) => entry.value);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries = [];
    this.#first = 0;
    this.#bytes = 0;
  }
}
