import type { ZObject } from 'zapier-platform-core';
import type { ApiRecord } from './response.ts';
import { sameName } from '../records/person_name.ts';
import { phoneDigits } from '../forms/readers/phone.ts';
import { filled } from '../lib/guards.ts';
import { everyPage } from './lists.ts';
import type { RecordKind } from '../records/record.ts';

/** One way to recognize a record. */
export interface Criterion {
  /** What is compared, in a word: "email". */
  on: string;
  fits: (record: ApiRecord) => boolean;
}

/** A record that was recognized, and by what. */
export interface Match {
  record: ApiRecord;
  on: string;
}

type Sameness = (text: string) => string;

const email: Sameness = (text) => text.trim().toLowerCase();

/**
 * Recognizes records by what a person knows of them: number, email without case, phone by its digits, name without
 * case and spacing.
 * @param wanted the values by the record's own keys; absent ones are not compared
 * @returns in the order in which they are believed
 */
export function criteriaFor({ who }: RecordKind, wanted: Record<string, unknown>): Criterion[] {
  const ways: [on: string, key: string, same: Sameness][] = [
    ['number', 'number', sameName],
    ['email', who.email, email],
    ['phone', who.phone, phoneDigits],
    ['name', who.name, sameName],
  ];
  return ways.flatMap(([on, key, same]) => {
    const value = filled(wanted[key]);
    if (value === undefined) return [];
    const sought = same(value);
    return [{ on, fits: (record: ApiRecord) => same(filled(record[key]) ?? '') === sought }];
  });
}

/**
 * Looks through all records, newest first, and stops at the first that the first criterion fits. A later criterion
 * counts only when no record fits an earlier one.
 * @returns the newest match; undefined when the whole list has none
 * @throws the errors of `everyPage`: never a false "not found"
 */
export async function findMatch(
  z: ZObject,
  record: RecordKind,
  criteria: Criterion[],
): Promise<Match | undefined> {
  let open = criteria;
  let match: Match | undefined;
  for await (const page of everyPage(z, record)) {
    for (const [rank, { on, fits }] of open.entries()) {
      const found = page.find(fits);
      if (found === undefined) continue;
      match = { record: found, on };
      // From here on only what is believed more than this can still win.
      open = open.slice(0, rank);
      break;
    }
    if (open.length === 0) break;
  }
  return match;
}
