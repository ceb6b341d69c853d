import type { ApiRecord } from '../records/api_record.ts';
import { dayIn } from '../records/day_in.ts';
import { momentIn } from '../records/moment_in.ts';

/** A date of a record that a list can be sorted by. */
export type DateKey = 'created_at' | 'updated_at' | 'scheduled_date';

// Some systems write 1970 or the year 1 where they have no date.
const firstYear = Date.UTC(2000);

/** When this was, in ms since 1970; undefined where the record has no date that can be meant. */
export function dateOf(record: ApiRecord, key: DateKey): number | undefined {
  const moment = key === 'scheduled_date' ? Date.parse(dayIn(record[key]) ?? '') : momentIn(record[key]);
  return moment === undefined || !(moment >= firstYear) ? undefined : moment;
}

/** Whether a list comes newest first, as far as its dates tell. Records without a usable date are passed over. */
export class NewestFirst {
  /** False as soon as a record was newer than the one before it. */
  holds = true;
  /**
   * The date of the last record that has one, in ms since 1970. One in the future is no date to stop at, unless it is
   * the day of a job.
   */
  last: number | undefined;
  readonly #key: DateKey;
  #before: number | undefined;

  constructor(key: DateKey) {
    this.#key = key;
  }

  /** True when a record had a date at all. */
  get isDated(): boolean {
    return this.#before !== undefined;
  }

  add(record: ApiRecord): void {
    const date = dateOf(record, this.#key);
    if (date === undefined) return;
    if (this.#before !== undefined && date > this.#before) this.holds = false;
    this.#before = date;
    if (this.#key === 'scheduled_date' || date <= Date.now()) this.last = date;
  }
}
