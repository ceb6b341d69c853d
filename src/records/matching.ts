import { filled } from '../lib/guards.ts';
import { phoneDigits } from '../forms/readers/phone.ts';
import type { ApiRecord } from './api_record.ts';
import { comparableName } from './person_name.ts';
import type { RecordKind } from './record.ts';

/** One way to recognize a record. */
export interface Criterion {
  /** What is compared, in a word: "email". */
  on: string;
  fits: (record: ApiRecord) => boolean;
}

type Normalize = (text: string) => string;

const comparableEmail: Normalize = (text) => text.trim().toLowerCase();

/**
 * The ways to recognize a record by what a person knows of it: its number, the email without case, the phone by its
 * digits, the name without case and spacing.
 * @param wanted the values by the record's own keys; absent ones are not compared
 * @returns the most reliable way first
 */
export function criteriaFor({ contactKeys }: RecordKind, wanted: Record<string, unknown>): Criterion[] {
  const ways: [on: string, key: string, normalize: Normalize][] = [
    ['number', 'number', comparableName],
    ['email', contactKeys.email, comparableEmail],
    ['phone', contactKeys.phone, phoneDigits],
    ['name', contactKeys.name, comparableName],
  ];
  return ways.flatMap(([on, key, normalize]) => {
    const value = filled(wanted[key]);
    if (value === undefined) return [];
    const sought = normalize(value);
    return [{ on, fits: (record: ApiRecord) => normalize(filled(record[key]) ?? '') === sought }];
  });
}
