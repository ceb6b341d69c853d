import type { ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import { fetchPage } from '../api/read.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { comparableName } from '../records/person_name.ts';
import type { RecordKind } from '../records/record.ts';

// How far the API's clock may be from ours.
const clockSkewMs = 2_000;

/**
 * Tells whether a write has surely made no record: none of the newest records says what it wrote, and they reach back
 * to before its first try.
 * @param body what was written
 * @param since when its first try began, in ms
 * @returns false also when that cannot be seen: then the write may have happened
 */
export async function isSurelyMissing(
  z: ZObject,
  kind: RecordKind,
  body: Record<string, unknown>,
  since: number,
): Promise<boolean> {
  try {
    const { records, complete } = await fetchPage(z, kind, {});
    const recent = records.filter((entry) => !(Date.parse(String(entry.created_at)) < since - clockSkewMs));
    return !recent.some((entry) => agrees(entry, body)) && (complete || recent.length < records.length);
  } catch (error) {
    // The person is told of the write's own failure, not of this read's.
    if (error instanceof ApiError) return false;
    throw error;
  }
}

// Only texts are compared: the API may complete lists and line items in its own way.
function agrees(record: ApiRecord, body: Record<string, unknown>): boolean {
  return Object.entries(body).every(
    ([key, value]) =>
      typeof value !== 'string' || comparableName(String(record[key])) === comparableName(value),
  );
}
