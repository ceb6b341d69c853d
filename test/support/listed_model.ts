import type { Item } from './office.ts';
import type { ScriptedApi, ScriptedRequest, ScriptedResponse } from './scripted_api.ts';

/** How an API lists its records, where nobody has promised it. */
export interface ListManners {
  filter: 'kept' | 'ignored' | 'refused' | 'other spelling';
  dates: 'texts' | 'seconds' | 'milliseconds';
  sort: 'kept' | 'ignored, oldest first';
  mostRows: number;
}

/** Records in memory that an API lists, and what can happen to them. Times are in ms since 1970. */
export class ListedModel {
  readonly records = new Map<string, Item>();
  readonly #manners: ListManners;
  readonly #ownSort: string;
  #count = 0;

  /** @param ownSort what the API lists by when nothing is said about it */
  constructor(manners: ListManners, ownSort = 'created_at') {
    this.#manners = manners;
    this.#ownSort = ownSort;
  }

  add(fields: Item, at: number): void {
    this.#count += 1;
    const id = `r${this.#count}`;
    this.records.set(id, { id, created_at: at, updated_at: at, seq: this.#count, ...fields });
  }

  /** Changes the record that a number points at. */
  change(which: number, change: Item): void {
    const record = this.#pick(which);
    if (record !== undefined) Object.assign(record, change, { updated_at: Date.now() });
  }

  remove(which: number): void {
    this.records.delete(String(this.#pick(which)?.id));
  }

  serve(api: ScriptedApi): void {
    api.answersBy((request) => this.#answer(request));
  }

  #pick(which: number): Item | undefined {
    return [...this.records.values()][which % this.records.size];
  }

  #answer({
    query: { status, sort = this.#ownSort, limit, cursor = '0' },
  }: ScriptedRequest): ScriptedResponse {
    const { filter, mostRows, sort: sorting } = this.#manners;
    if (filter === 'refused' && status !== undefined)
      return { status: 400, body: { error: 'Unknown filter' } };
    const [key, sign] = sorting === 'kept' ? [sort, 1] : ['created_at', -1];
    const rows = [...this.records.values()]
      .map((record) => this.#shown(record))
      .filter((row) => status === undefined || filter === 'ignored' || row.status === status)
      .sort((a, b) => sign * (orderOf(b[key]) - orderOf(a[key]) || Number(b.seq) - Number(a.seq)));
    const start = Number(cursor);
    const size = Math.min(Number(limit), mostRows);
    const has_more = start + size < rows.length;
    const data = rows.slice(start, start + size).map((row) => this.#written(row));
    return {
      status: 200,
      body: { data, meta: { has_more, next_cursor: has_more ? String(start + size) : null } },
    };
  }

  #shown(record: Item): Item {
    return this.#manners.filter === 'other spelling'
      ? { ...record, status: String(record.status).toUpperCase() }
      : record;
  }

  #written(row: Item): Item {
    const { dates } = this.#manners;
    const as = (ms: number): unknown =>
      dates === 'texts' ? new Date(ms).toISOString() : dates === 'seconds' ? Math.floor(ms / 1000) : ms;
    const written = { ...row };
    for (const key of ['created_at', 'updated_at', 'sent_at'])
      if (typeof row[key] === 'number') written[key] = as(row[key]);
    return written;
  }
}

// A moment is a number here, a day a text.
function orderOf(value: unknown): number {
  return typeof value === 'string' ? Date.parse(value) : Number(value);
}
