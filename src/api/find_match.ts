import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from '../records/api_record.ts';
import type { Criterion } from '../records/matching.ts';
import type { Collection } from './collection.ts';
import { everyPage } from './lists.ts';

/** A record that was recognized. */
export interface Match {
  record: ApiRecord;
  /** What it was recognized by, in a word: "email". */
  on: string;
}

/**
 * Looks through all records, newest first, and stops at the first one that the first criterion fits. A later criterion
 * counts only when no record fits an earlier one.
 * @returns the newest match; undefined when the whole list has none
 * @throws the errors of `everyPage`: never a false "not found"
 */
export async function findMatch(
  z: ZObject,
  collection: Collection,
  criteria: Criterion[],
): Promise<Match | undefined> {
  if (criteria.length === 0) return undefined;
  let open = criteria;
  let match: Match | undefined;
  for await (const page of everyPage(z, collection)) {
    for (const [rank, { on, fits }] of open.entries()) {
      const record = page.find(fits);
      if (record === undefined) continue;
      match = { record, on };
      // On older pages only an earlier criterion can still win.
      open = open.slice(0, rank);
      break;
    }
    if (open.length === 0) break;
  }
  return match;
}
