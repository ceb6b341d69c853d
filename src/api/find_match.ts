import type { ZObject } from 'zapier-platform-core';
import { isAppError } from '../errors/app_error.ts';
import { ambiguousNumber, unreadableList } from '../errors/record_error.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { isCurrent } from '../records/is_current.ts';
import type { Criterion } from '../records/matching.ts';
import { momentIn } from '../records/moment_in.ts';
import { numberOf } from '../records/number_of.ts';
import type { Collection } from './collection.ts';
import { everyPage } from './every_page.ts';
import { readIfThere } from './find_by_id.ts';

/** A record that was recognized. */
export interface Match {
  record: ApiRecord;
  /** All that agreed, in words: "email", "email and name". */
  on: string;
}

/**
 * Looks through all records for the one that is meant. A later criterion counts only when no record fits an earlier one;
 * of several that fit, those that are worked with come before inactive, lost and archived ones, then the newest. It stops
 * as soon as no record behind can be better.
 * @param prefersCurrent false where a status was asked for, which leaves nothing to prefer
 * @returns undefined when the whole list has none
 * @throws Error when several records fit what only one may; the errors of `everyPage`: never a false "not found"
 */
export async function findMatch(
  z: ZObject,
  collection: Collection,
  criteria: Criterion[],
  prefersCurrent = true,
): Promise<Match | undefined> {
  if (criteria.length === 0) return undefined;
  const search = new Search(criteria, prefersCurrent);
  try {
    for await (const page of everyPage(z, collection)) {
      if (search.look(page)) return search.match();
    }
  } catch (error) {
    // Who is recognized by what tells most is there, though somebody better may stand where nobody could look.
    if (!isAppError(error, 'UnfinishedList', 'UnreadableList') || !search.isSure) throw error;
  }
  if (search.alike.length > 1) throw ambiguousNumber(collection.noun, search.alike.map(String));
  const match = search.match();
  if (match === undefined) await requireShown(z, collection, search);
  return match;
}

// Without a comma before the "and".
const inWords = new Intl.ListFormat('en-GB');

/** A record that fits, and how well. */
interface Candidate {
  record: ApiRecord;
  rank: number;
  isCurrent: boolean;
  momentMs: number;
}

class Search {
  readonly #criteria: Criterion[];
  readonly #prefersCurrent: boolean;
  readonly #shown = new Set<Criterion>();
  readonly #alike = new Map<string, string | undefined>();
  #best: Candidate | undefined;
  #lastMs = Number.POSITIVE_INFINITY;
  #isNewestFirst = true;
  /** The first record of the list. */
  newest: ApiRecord | undefined;

  constructor(criteria: Criterion[], prefersCurrent: boolean) {
    this.#criteria = criteria;
    this.#prefersCurrent = prefersCurrent;
  }

  /**
   * Looks at a page.
   * @returns true when no record behind it can be better than the best so far
   */
  look(page: ApiRecord[]): boolean {
    this.newest ??= page[0];
    for (const record of page) {
      const momentMs = momentIn(record.created_at);
      if (momentMs !== undefined) {
        if (momentMs > this.#lastMs) this.#isNewestFirst = false;
        this.#lastMs = momentMs;
      }
      this.#compare(record, momentMs ?? 0);
    }
    const best = this.#best;
    if (best?.rank !== 0) return false;
    const identifies = this.#criteria[0]?.identifies;
    return identifies === 'one' || (identifies === undefined && best.isCurrent && this.#isNewestFirst);
  }

  /** True when the best candidate so far is recognized by the most reliable criterion. */
  get isSure(): boolean {
    return this.#best?.rank === 0 && this.#criteria[0]?.identifies !== 'perhaps one';
  }

  /** The numbers of all records that fit what only one may fit, when nothing more reliable does. */
  get alike(): (string | undefined)[] {
    const rank = this.#best?.rank ?? -1;
    return this.#criteria[rank]?.identifies === 'perhaps one' ? [...this.#alike.values()] : [];
  }

  /** The criteria whose field no record of the list showed. */
  get unseen(): Criterion[] {
    return this.#criteria.filter((criterion) => !this.#shown.has(criterion));
  }

  match(): Match | undefined {
    if (this.#best === undefined) return undefined;
    const { record } = this.#best;
    const agreed = new Set(this.#criteria.filter(({ agrees }) => agrees(record)).map(({ on }) => on));
    return { record, on: inWords.format(agreed) };
  }

  #compare(record: ApiRecord, momentMs: number): void {
    for (const [rank, criterion] of this.#criteria.entries()) {
      if (!this.#shown.has(criterion) && criterion.shows(record)) this.#shown.add(criterion);
      if (rank > (this.#best?.rank ?? rank) || !criterion.fits(record)) continue;
      if (criterion.identifies === 'perhaps one') this.#alike.set(record.id, numberOf(record));
      const candidate = { record, rank, isCurrent: !this.#prefersCurrent || isCurrent(record), momentMs };
      if (isBetter(candidate, this.#best)) this.#best = candidate;
      return;
    }
  }
}

function isBetter(one: Candidate, other: Candidate | undefined): boolean {
  if (other === undefined) return true;
  if (one.rank !== other.rank) return one.rank < other.rank;
  return one.isCurrent === other.isCurrent ? one.momentMs > other.momentMs : one.isCurrent;
}

// A list whose rows leave out what was compared says nothing about who is there.
async function requireShown(z: ZObject, collection: Collection, { newest, unseen }: Search): Promise<void> {
  if (newest === undefined || unseen.length === 0) return;
  const whole = await readIfThere(z, collection, newest.id);
  if (typeof whole !== 'string' && unseen.some(({ shows }) => shows(whole)))
    throw unreadableList(collection.noun);
}
