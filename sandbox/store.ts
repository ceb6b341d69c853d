import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as zod from 'zod';
import { parseObject, type Json } from './json.ts';
import type { Account } from './keys.ts';
import type { ResourceName } from './vocabulary.ts';
import { uuidBeginning } from './written.ts';

/** Which page of a list to read. */
export interface PageQuery {
  sort: string;
  order: 'asc' | 'desc';
  status: string | undefined;
  /** Where the page begins: the last row of the page before, by its value in the sorted column and its seq. */
  after: { value: string | number; seq: number } | undefined;
  /** Leaves out what was created later, as an ISO timestamp. */
  until?: string | undefined;
  limit: number;
}

const rowSchema = zod.object({
  seq: zod.number(),
  bucket: zod.string(),
  body: zod.string(),
  position: zod.union([zod.string(), zod.number()]),
});
export type Row = zod.infer<typeof rowSchema>;

const sortColumns = new Map([['customer_name', 'name']]);

/**
 * Stores the records of all accounts. A bucket holds one kind of record of one account, such as the live leads of one
 * organization.
 */
export class RecordStore {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Saves a new record. */
  insert(bucket: string, record: Json): void {
    this.#prepared(
      `INSERT INTO records (bucket, id, body, status, created_at, updated_at, name, scheduled_date, total)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(bucket, ...columnsOf(record));
  }

  /** Overwrites the record with the same id. */
  update(record: Json): void {
    const [id, ...columns] = columnsOf(record);
    this.#prepared(
      `UPDATE records SET body = ?, status = ?, created_at = ?, updated_at = ?, name = ?, scheduled_date = ?, total = ?
       WHERE id = ?`,
    ).run(...columns, id);
  }

  /** The record with this id in one bucket; undefined when it is not there. */
  find(bucket: string, id: string): Json | undefined {
    const found = this.locate(id);
    return found?.bucket === bucket ? found.record : undefined;
  }

  /** The record with this id, or with this number for one, in any account, with its bucket; undefined when there is none. */
  locate(id: string): { bucket: string; record: Json } | undefined {
    const beginning = uuidBeginning(id);
    const row =
      beginning === undefined
        ? this.#prepared('SELECT *, seq AS position FROM records WHERE id = ?').get(id)
        : this.#prepared('SELECT *, seq AS position FROM records WHERE id LIKE ?').get(`${beginning}%`);
    if (row === undefined) return undefined;
    const { bucket, body } = rowSchema.parse(row);
    return { bucket, record: parseObject(body) };
  }

  /** Deletes a record; returns whether there was one. */
  remove(bucket: string, id: string): boolean {
    return this.#prepared('DELETE FROM records WHERE bucket = ? AND id = ?').run(bucket, id).changes === 1;
  }

  /**
   * One page of rows. Rows with equal values in the sorted column are ordered by when they were inserted, so that no
   * row is on two pages.
   */
  page(bucket: string, { sort, order, status, after, until, limit }: PageQuery): Row[] {
    const column = sortColumns.get(sort) ?? sort;
    const direction = order === 'asc' ? 'ASC' : 'DESC';
    const sql = [
      `SELECT seq, bucket, body, ${column} AS position FROM records WHERE bucket = ?`,
      status === undefined ? '' : 'AND status = ?',
      until === undefined ? '' : 'AND created_at <= ?',
      after === undefined ? '' : `AND (${column}, seq) ${order === 'asc' ? '>' : '<'} (?, ?)`,
      `ORDER BY ${column} ${direction}, seq ${direction} LIMIT ?`,
    ].join(' ');
    const values = [
      bucket,
      ...(status === undefined ? [] : [status]),
      ...(until === undefined ? [] : [until]),
      ...(after === undefined ? [] : [after.value, after.seq]),
      limit,
    ];
    return this.#prepared(sql)
      .all(...values)
      .map((row) => rowSchema.parse(row));
  }

  /** How many records a bucket has, or how many of one status. */
  count(bucket: string, status: string | undefined): number {
    const row = this.#prepared(
      'SELECT COUNT(*) AS count FROM records WHERE bucket = ? AND status = IFNULL(?, status)',
    ).get(bucket, status ?? null);
    return zod.number().parse(row?.count);
  }

  /** The records of one bucket that are for a customer of this name, oldest first. */
  named(bucket: string, name: string): Json[] {
    return this.#prepared('SELECT body FROM records WHERE bucket = ? AND name = ? ORDER BY seq')
      .all(bucket, name)
      .map(({ body }) => parseObject(zod.string().parse(body)));
  }

  /** The next record number of a bucket: 1001, 1002, … The number of a deleted record is not used again. */
  nextNumber(bucket: string): number {
    const row = this.#prepared(
      `INSERT INTO counters (bucket, last) VALUES (?, 1001)
       ON CONFLICT (bucket) DO UPDATE SET last = last + 1 RETURNING last`,
    ).get(bucket);
    return zod.number().parse(row?.last);
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** The name of the bucket for one kind of record in one account. */
export function bucketOf({ organization, mode }: Account, resource: ResourceName): string {
  return `${resource}/${mode}/${organization}`;
}

function columnsOf(record: Json): [string, ...(string | number)[]] {
  const column = (key: string): string => (typeof record[key] === 'string' ? record[key] : '');
  return [
    column('id'),
    JSON.stringify(record),
    column('status'),
    column('created_at'),
    column('updated_at'),
    column('name') || column('customer_name'),
    column('scheduled_date'),
    typeof record.total === 'number' ? record.total : 0,
  ];
}
