import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../api/response.ts';
import { ApiFailure } from '../api/api_error.ts';
import { sameName } from '../records/person_name.ts';
import { fetchPage } from '../api/lists.ts';
import type { RecordKind } from '../records/record.ts';

// The API's clock and ours differ by this at most.
const clocksMs = 2_000;

/**
 * Tells whether a write has surely made no record: none among the newest says what it wrote, and they reach back to
 * before its first try.
 * @param body what was written
 * @param since when its first try began, in ms
 * @returns false also when it cannot be seen: then the write may have happened
 */
export async function isSurelyMissing(
  z: ZObject,
  record: RecordKind,
  body: Record<string, unknown>,
  since: number,
): Promise<boolean> {
  try {
    const { records, complete } = await fetchPage(z, record, {});
    const recent = records.filter((entry) => !(Date.parse(String(entry.created_at)) < since - clocksMs));
    return !recent.some((entry) => says(entry, body)) && (complete || recent.length < records.length);
  } catch (error) {
    // The write's own failure is what is told.
    if (error instanceof ApiFailure) return false;
    throw error;
  }
}

// The API may complete lists and lines, and write texts its own way: what is plain has to be the same.
function says(record: ApiRecord, body: Record<string, unknown>): boolean {
  return Object.entries(body).every(
    ([key, value]) => typeof value !== 'string' || sameName(String(record[key])) === sameName(value),
  );
}
