import type { ZObject } from 'zapier-platform-core';
import type { ListQueries } from '../api/first_accepted.ts';
import { queriesBy, readPolled, statusQueries, type Purpose, type Wanted } from '../api/polled.ts';
import { unshown } from '../errors/poll_error.ts';
import { isFilled } from '../lib/guards.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { choiceOf } from '../records/comparing.ts';
import type { RecordKind } from '../records/record.ts';

/** Whether a record is in a status, however the API spells it: "En Route", EN_ROUTE, en-route. */
export function isInStatus({ statuses }: RecordKind, record: ApiRecord, status: string): boolean {
  return choiceOf(statuses, record.status) === choiceOf(statuses, status);
}

/**
 * Reads the records in a status, those that changed last first. The API may ignore the filter, so the caller checks each.
 * @param since records that did not change since then do not matter, in ms since 1970
 * @throws Error in words when no record shows its status; the errors of `readPolled`
 */
export async function readInStatus(
  z: ZObject,
  kind: RecordKind,
  { status, since, purpose }: { status: string; since: number; purpose: Purpose },
): Promise<ApiRecord[]> {
  const by = 'updated_at';
  const filtered = await readPolled(z, kind, { queries: statusQueries(kind, status), by, since }, purpose);
  if (filtered.records.length > 0) return withStatus(kind, filtered.records);
  // None is in it, or the API spells the status in another way and compares to the letter.
  const all = { queries: queriesBy(by), by, since } as const;
  const { records } = await readPolled(z, kind, all, 'sample');
  const isSpelledOtherwise = records.some((record) => isInStatus(kind, record, status));
  return withStatus(kind, isSpelledOtherwise ? (await readPolled(z, kind, all, purpose)).records : records);
}

/**
 * Reads the records in any of several statuses. Mostly the first page of all is enough. Else each status is read for
 * itself where the API documents the filter, since most records are in other statuses: few of all invoices are unpaid.
 * @returns each record once, and others where the API ignores the filter
 * @throws Error in words when no record shows its status; the errors of `readPolled`
 */
export async function readInStatuses(
  z: ZObject,
  kind: RecordKind,
  { statuses, wanted, purpose }: { statuses: readonly string[]; wanted: Wanted; purpose: Purpose },
): Promise<ApiRecord[]> {
  const all = async (): Promise<ApiRecord[]> => (await readPolled(z, kind, wanted, purpose)).records;
  if (kind.filtersByStatus !== true) return withStatus(kind, await all());
  const first = await readPolled(z, kind, wanted, 'sample');
  withStatus(kind, first.records);
  if (first.isAll || purpose === 'sample') return first.records;
  const isOne = (record: ApiRecord): boolean => statuses.some((status) => isInStatus(kind, record, status));
  const isSpelledOtherwise = first.records.some(
    (record) => isOne(record) && !statuses.includes(String(record.status)),
  );
  if (isSpelledOtherwise) return all();
  const found = new Map<string, ApiRecord>();
  for (const status of statuses) {
    const [query, ...others] = wanted.queries;
    const queries: ListQueries = [{ ...query, status }, query, ...others];
    const { records } = await readPolled(z, kind, { ...wanted, queries }, purpose);
    for (const record of records) found.set(record.id, record);
    if (!records.every(isOne)) break;
  }
  return [...found.values()];
}

/**
 * The records, when they show what is asked of them: without any status nobody could tell what is in it, and the poll
 * would find nothing for ever.
 * @throws Error in words when there are records and none shows its status
 */
export function withStatus({ noun }: RecordKind, records: ApiRecord[]): ApiRecord[] {
  if (records.length > 0 && !records.some(({ status }) => isFilled(status)))
    throw unshown(noun, 'which status they are in');
  return records;
}
