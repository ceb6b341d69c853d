import type { ZObject } from 'zapier-platform-core';
import { dateOf } from '../api/newest_first.ts';
import { queriesBy, readPolled, type Purpose, type Wanted } from '../api/polled.ts';
import type { ApiRecord } from '../records/api_record.ts';
import type { RecordKind } from '../records/record.ts';

/**
 * Reads what changed, the last change first; of a list in another order all there is, where it was read to its end.
 * @param since what did not change since then does not matter, in ms since 1970
 * @returns undefined where the API does not list by the last change (assumed: it does), or does not say when that was
 * @throws the errors of `readPolled`
 */
export async function readChanged(
  z: ZObject,
  kind: RecordKind,
  since: number,
  purpose: Purpose = 'poll',
): Promise<ApiRecord[] | undefined> {
  const by = 'updated_at';
  const wanted: Wanted = { queries: queriesBy(by), by, since };
  const { records, isSorted, isAll } = await readPolled(z, kind, wanted, purpose);
  const isDated = records.length === 0 || records.some((record) => dateOf(record, by) !== undefined);
  return (isSorted || isAll) && isDated ? records : undefined;
}
