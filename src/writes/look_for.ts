import type { ZObject } from 'zapier-platform-core';
import { ApiError } from '../api/api_error.ts';
import { defaultOrder, firstAccepted } from '../api/first_accepted.ts';
import { fetchPage, readRecord } from '../api/read.ts';
import { hasTime } from '../lib/step_clock.ts';
import type { ApiRecord } from '../records/api_record.ts';
import { couldBeOurs } from '../records/could_be_ours.ts';
import { certainMomentIn } from '../records/moment_in.ts';
import type { RecordKind } from '../records/record.ts';
import type { Sight } from './write_world.ts';

// How far the API's clock may be from ours, and how far when it is not.
const widestMs = 10 * 60 * 1000;
const usualMs = 2_000;

/**
 * Looks for the record of a write among the newest ones, as far back as ten minutes before it was first sent.
 * @param body what was sent
 * @param sinceMs when it was first sent, in ms since 1970
 * @param others the ids of records that equal forms have made
 * @throws errors that are no answer of the API
 */
export async function lookFor(
  z: ZObject,
  kind: RecordKind,
  body: Record<string, unknown>,
  sinceMs: number,
  others: readonly string[],
): Promise<Sight> {
  const from = sinceMs - widestMs;
  try {
    const { records, isWhole } = await recordsSince(z, kind, from);
    const candidates: ApiRecord[] = [];
    const unclear: ApiRecord[] = [];
    for (const record of records.filter(({ id }) => !others.includes(id))) {
      const ours = couldBeOurs(kind, body, record);
      if (ours !== 'no') (ours === 'yes' ? candidates : unclear).push(record);
    }
    const seen = await inFull(z, kind, body, unclear);
    candidates.push(...seen.candidates);
    const recent = candidates.filter((record) => (createdAt(record) ?? Number.NaN) >= sinceMs - usualMs);
    const [record, ...more] = recent.length === 1 ? recent : candidates;
    if (record !== undefined && more.length === 0)
      return { event: 'one record is found that can be it', record };
    if (record !== undefined) return { event: 'several records can be it' };
    return { event: isWhole && seen.isClear ? 'no record can be it' : 'the records cannot be seen' };
  } catch (error) {
    // The person is told of the write's own failure, not of this read's.
    if (error instanceof ApiError) return { event: 'the records cannot be seen' };
    throw error;
  }
}

// More would cost the time that the write itself needs.
const mostRead = 5;

// A list may leave out whose its records are: then each says more when it is read by itself.
async function inFull(
  z: ZObject,
  kind: RecordKind,
  body: Record<string, unknown>,
  unclear: readonly ApiRecord[],
): Promise<{ candidates: ApiRecord[]; isClear: boolean }> {
  const candidates: ApiRecord[] = [];
  if (unclear.length > mostRead) return { candidates, isClear: false };
  let isClear = true;
  for (const { id } of unclear) {
    const record = hasTime(z) ? await readRecord(z, kind, id) : undefined;
    const ours = record === undefined ? 'perhaps' : couldBeOurs(kind, body, record);
    if (record !== undefined && ours === 'yes') candidates.push(record);
    isClear &&= ours !== 'perhaps';
  }
  return { candidates, isClear };
}

// Records whose moment is missing or unclear may be as new as any. Reading ends early only where the list is seen to fall:
// oldest first, leads that were imported a second apart, or in one moment, would look much the same.
async function recordsSince(
  z: ZObject,
  kind: RecordKind,
  from: number,
): Promise<{ records: ApiRecord[]; isWhole: boolean }> {
  const records: ApiRecord[] = [];
  let { page, query } = await firstAccepted(z, kind, [{}, defaultOrder]);
  let falls = true;
  let newestMs = Number.NEGATIVE_INFINITY;
  let oldestMs = Number.POSITIVE_INFINITY;
  for (;;) {
    if (page.unreadable > 0) return { records, isWhole: false };
    for (const record of page.records) {
      const created = createdAt(record);
      if (created === undefined || created >= from) records.push(record);
      falls &&= created !== undefined && created <= oldestMs + usualMs;
      newestMs = Math.max(newestMs, created ?? newestMs);
      oldestMs = Math.min(oldestMs, created ?? oldestMs);
    }
    const reachesBack = falls && oldestMs < Math.min(from, newestMs - usualMs);
    if (page.complete || reachesBack) return { records, isWhole: true };
    if (page.nextCursor === undefined || page.nextCursor === query.cursor || !hasTime(z)) {
      return { records, isWhole: false };
    }
    query = { ...query, cursor: page.nextCursor };
    page = await fetchPage(z, kind, query);
  }
}

function createdAt(record: ApiRecord): number | undefined {
  return certainMomentIn(record.created_at);
}
