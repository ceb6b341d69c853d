import type { ZObject } from 'zapier-platform-core';
import { cutPoll, stuckPoll } from '../errors/poll_error.ts';
import { timeLeftMs } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { stepBudgetMs } from '../settings.ts';
import { ApiError } from './api_error.ts';
import type { Collection } from './collection.ts';
import { readContext } from './error_context.ts';
import { defaultOrder, firstAccepted, type ListQueries } from './first_accepted.ts';
import { NewestFirst, type DateKey } from './newest_first.ts';
import { fetchPage } from './read.ts';
import type { Page } from './response.ts';
import { withZapierErrors } from './zapier_error.ts';

/*
 * What a poll reads. How far a list has to be read is decided by dates, so it is checked whether the list is sorted by
 * them: the API may ignore what it is asked for.
 */

/**
 * What a poll is for. `sample`: the editor shows some records. `turning on`: Zapier notes all that is there and starts
 * nothing for it. `poll`: what is new starts the Zap.
 */
export type Purpose = 'sample' | 'turning on' | 'poll';

/** Which records a poll needs. */
export interface Wanted {
  queries: ListQueries;
  /** The date that the queries sort by. */
  by: DateKey;
  /** Records from before this do not matter, in ms since 1970. */
  since: number;
}

/** What a poll has read. */
export interface Polled {
  records: ApiRecord[];
  /** True when the list is sorted as it was asked for, as far as its dates can tell. */
  isSorted: boolean;
  /** True when no record that was not read can matter. */
  isAll: boolean;
  /** How many of the entries that were listed cannot be read. */
  unreadable: number;
}

/**
 * Why no further page is read. `enough`: none behind can matter. `sample`: one page is shown. `far`: the list is in its
 * default order, so that older
 * ones could only be found by reading all of it. `stuck`: there is more, but no way to it. `time`: it ran out.
 */
type End = 'enough' | 'sample' | 'far' | 'stuck' | 'time';

// A page asked for with less time left could not be used any more.
const pageMs = 1_000;
const pageSize = 100;
// How many pages are read of a list that is not sorted by the date asked for, but as documented.
const mostInDefaultOrder = 5;

/**
 * The queries for the records in a status, those that changed last first. Each is for an API that refuses (400, 422)
 * the one before. Documented: the filter on leads and invoices, and the default order. Assumed: the filter elsewhere,
 * and the sort by the last change. An API may also ignore the filter, so the caller checks each record.
 */
export function statusQueries({ filtersByStatus }: Collection, status: string): ListQueries {
  const sort = 'updated_at';
  const filter = filtersByStatus === true ? { status } : {};
  return [{ sort, status }, { sort }, filter, { ...filter, ...defaultOrder }];
}

/** The queries for records by a date, newest first; where the API refuses that sort, in its default order. */
export function queriesBy(sort: 'created_at' | 'updated_at'): ListQueries {
  return [{ sort }, ...(sort === 'updated_at' ? [{}] : []), defaultOrder];
}

/**
 * Reads the records that a poll needs, usually one page. A sample is always one page; when a Zap is turned on, it is
 * what the time allows.
 * @returns each record once, newest first as far as the API sorts
 * @throws Error in words when a poll could not read all that may be new; the errors of `zapierError`
 */
export function readPolled(
  z: ZObject,
  collection: Collection,
  wanted: Wanted,
  purpose: Purpose,
): Promise<Polled> {
  return withZapierErrors(readContext(collection), async () => {
    const { page, query } = await firstAccepted(z, collection, wanted.queries);
    const read = new PolledPages(z, wanted, purpose);
    const { noun } = collection;
    let end = read.add(page);
    let cursor = page.nextCursor;
    while (end === undefined) {
      const next = await fetchNext(() => fetchPage(z, collection, { ...query, cursor }), purpose);
      end = next === undefined ? 'stuck' : read.add(next);
      cursor = next?.nextCursor;
    }
    if (read.unreadable > 0) z.console.log(`${read.unreadable} of the ${noun}s listed could not be read.`);
    if (end !== 'enough' && end !== 'sample') tell(z, collection, end, purpose);
    const { isSorted, unreadable } = read;
    return { records: [...read.records.values()], isSorted, isAll: end === 'enough', unreadable };
  });
}

/** The pages of a list that were read so far. */
class PolledPages {
  readonly records = new Map<string, ApiRecord>();
  unreadable = 0;
  readonly #z: ZObject;
  readonly #wanted: Wanted;
  readonly #purpose: Purpose;
  readonly #order: NewestFirst;
  readonly #defaultOrders = [new NewestFirst('created_at'), new NewestFirst('scheduled_date')];
  readonly #cursors = new Set<string>();
  #pages = 0;

  constructor(z: ZObject, wanted: Wanted, purpose: Purpose) {
    this.#z = z;
    this.#wanted = wanted;
    this.#purpose = purpose;
    this.#order = new NewestFirst(wanted.by);
  }

  get isSorted(): boolean {
    return this.#order.holds;
  }

  /** Adds a page. Returns why it is the last one to read; undefined when it is not. */
  add({ records, nextCursor, complete, unreadable }: Page): End | undefined {
    const fresh = records.filter(({ id }) => !this.records.has(id));
    for (const record of fresh) {
      this.records.set(record.id, record);
      for (const order of [this.#order, ...this.#defaultOrders]) order.add(record);
    }
    this.unreadable += unreadable;
    this.#pages += 1;
    if (complete || this.#isFarEnough()) return 'enough';
    if (this.#purpose === 'sample') return 'sample';
    // Without a word of the API whether there is more, a page that is not full is taken for the last one.
    if (nextCursor === undefined) return records.length + unreadable < pageSize ? 'enough' : 'stuck';
    const moves = fresh.length > 0 || records.length === 0;
    if (!moves || this.#cursors.has(nextCursor)) return 'stuck';
    this.#cursors.add(nextCursor);
    if (this.#purpose === 'poll' && this.#isInDefaultOrder() && this.#pages >= mostInDefaultOrder)
      return 'far';
    return timeLeftMs(this.#z) < this.#leastMs() ? 'time' : undefined;
  }

  #isFarEnough(): boolean {
    if (!this.isSorted || this.records.size === 0) return false;
    const { last } = this.#order;
    // Where no record has the date, nobody can tell how far to read: the list is taken for sorted. Jobs without a day may
    // all come first.
    if (last === undefined) return this.#purpose === 'poll' && this.#wanted.by !== 'scheduled_date';
    return last < this.#wanted.since;
  }

  // Of jobs ahead one may have been made long ago: they are read to the end.
  #isInDefaultOrder(): boolean {
    return (
      this.#wanted.by !== 'scheduled_date' &&
      !this.isSorted &&
      this.#defaultOrders.some(({ holds, isDated }) => holds && isDated)
    );
  }

  // Turning a Zap on has 30 s together with the connection test before it.
  #leastMs(): number {
    return this.#purpose === 'turning on' ? Math.max(stepBudgetMs() / 4, pageMs) : pageMs;
  }
}

// When a Zap is turned on, trouble behind the first page must not keep it off.
async function fetchNext(fetch: () => Promise<Page>, purpose: Purpose): Promise<Page | undefined> {
  try {
    return await fetch();
  } catch (error) {
    if (purpose === 'turning on' && error instanceof ApiError) return undefined;
    throw error;
  }
}

function tell(
  z: ZObject,
  { noun }: Collection,
  end: Exclude<End, 'enough' | 'sample'>,
  purpose: Purpose,
): void {
  if (purpose === 'poll' && end === 'time') throw cutPoll(noun);
  if (purpose === 'poll' && end === 'stuck') throw stuckPoll(noun);
  z.console.log(
    purpose === 'poll'
      ? `The ${noun}s are not listed by their last change: the change of an old one may not be seen.`
      : `Not all ${noun}s could be read when the Zap was turned on: an old one that changes later may start it.`,
  );
}
