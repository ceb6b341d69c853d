/** The clock of a sandbox, which also does what is due at a certain time. */
export class Clock {
  readonly #now: () => number;
  #due: { at: number; work: () => void }[] = [];
  #pinned: number | undefined;

  /** @param now the time in milliseconds since 1970, as the API's machine has it */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The time in milliseconds since 1970; while due work is done, the time at which it was due. */
  readonly now = (): number => this.#pinned ?? this.#now();

  /** Has some work done once `delayMs` have passed, the next time that `catchUp` is called. */
  later(delayMs: number, work: () => void): void {
    this.#due.push({ at: this.now() + delayMs, work });
  }

  /** Does all work that is due. Throws what the work throws. */
  catchUp(): void {
    const now = this.now();
    const due = this.#due.filter(({ at }) => at <= now);
    this.#due = this.#due.filter(({ at }) => at > now);
    try {
      for (const { at, work } of due) {
        this.#pinned = at;
        work();
      }
    } finally {
      this.#pinned = undefined;
    }
  }
}
