import { filled } from '../lib/guards.ts';
import { isInventedEmail, phoneExtension, phoneNumbers } from './contacts.ts';
import type { ApiRecord } from './api_record.ts';
import { comparableName } from './person_name.ts';
import type { RecordKind } from './record.ts';

/** One way to recognize a record. */
export interface Criterion {
  /** What is compared, in a word: "email". */
  on: string;
  fits: (record: ApiRecord) => boolean;
}

// Makes the spellings of one value equal; a phone field may hold several numbers.
type Comparable = (text: string) => string[];

const comparableEmail: Comparable = (text) => [text.trim().toLowerCase()];
const comparableWords: Comparable = (text) => [comparableName(text)];

/**
 * The ways to recognize a record by what a person knows of it: its number, the email without case, the phone by its
 * digits, the name without case and spacing.
 * @param wanted the values by the record's own keys; absent ones are not compared
 * @returns the most reliable way first
 */
export function criteriaFor({ contactKeys }: RecordKind, wanted: Record<string, unknown>): Criterion[] {
  const ways: [on: string, key: string, normalize: Comparable][] = [
    ['number', 'number', comparableWords],
    ['email', contactKeys.email, comparableEmail],
    ['phone', contactKeys.phone, phoneNumbers],
    ['name', contactKeys.name, comparableWords],
  ];
  return ways.flatMap(([on, key, comparable]) => {
    const value = filled(wanted[key]);
    // An address that people invent tells nobody from anybody.
    if (value === undefined || (on === 'email' && isInventedEmail(value))) return [];
    const sought = String(comparable(value)[0]);
    const fits = (record: ApiRecord): boolean => comparable(filled(record[key]) ?? '').includes(sought);
    return [{ on, fits }];
  });
}

/** What a form says about a customer. */
export interface Customer {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  /** Digits; '' when there are none. */
  extension: string;
}

/**
 * The ways to recognize a customer among the clients: by email; else by phone, unless both the email and the name of
 * that client say somebody else, or the extensions differ. An address that people invent (none@none.com) recognizes
 * nobody.
 * @returns the most reliable way first
 */
export function customerCriteria(kind: RecordKind, { name, email, phone, extension }: Customer): Criterion[] {
  const { contactKeys } = kind;
  const byKey = { [contactKeys.email]: email, [contactKeys.phone]: phone };
  const [nameFits] = criteriaFor(kind, { [contactKeys.name]: name });
  return criteriaFor(kind, byKey).map(({ on, fits }) => ({
    on,
    fits: (record) => {
      if (on !== 'phone' || !fits(record)) return fits(record);
      const own = phoneExtension(String(record[contactKeys.phone]));
      if (own !== '' && extension !== '' && own !== extension) return false;
      const otherEmail = filled(record[contactKeys.email]);
      const emailDiffers =
        email !== undefined &&
        !isInventedEmail(email) &&
        otherEmail !== undefined &&
        !isInventedEmail(otherEmail);
      return !(emailDiffers && nameFits?.fits(record) === false);
    },
  }));
}
