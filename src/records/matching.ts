import { filled, isFilled } from '../lib/guards.ts';
import type { ApiRecord } from './api_record.ts';
import { isInventedEmail, isMasked, phoneExtension, phoneNumbers } from './contacts.ts';
import { contactsOf, type Contact } from './contacts_of.ts';
import { comparableNumber, digitsGiven, hasDigits, numberOf } from './number_of.ts';
import { comparableName } from './person_name.ts';
import type { RecordKind } from './record.ts';

/** One way to recognize a record. */
export interface Criterion {
  /** What is compared, in a word: "email". */
  on: string;
  /** True when what is compared is the same, whatever the rest of the record says. */
  agrees: (record: ApiRecord) => boolean;
  /** True when the record is recognized: it agrees, and nothing that tells more contradicts. */
  fits: (record: ApiRecord) => boolean;
  /** True when the record shows what is compared. */
  shows: (record: ApiRecord) => boolean;
  /**
   * `one`: nothing else has it, so that the first record that fits is the one. `perhaps one`: several records may fit by
   * chance, and then none is meant for sure.
   */
  identifies?: 'one' | 'perhaps one';
}

/** What was asked for, compared with what a record shows. */
interface Comparison {
  shows: (record: ApiRecord) => boolean;
  agrees: (record: ApiRecord) => boolean;
  /** True when the record shows another one. */
  contradicts: (record: ApiRecord) => boolean;
}

// Makes the spellings of one value equal; a field may hold several.
type Comparable = (text: string) => string[];

const comparables: Record<Contact, Comparable> = {
  email: (text) =>
    (text.toLowerCase().match(/[^\s,;<>()"']+@[^\s,;<>()"']+/g) ?? []).filter((one) => !isInventedEmail(one)),
  phone: phoneNumbers,
  name: (text) => [comparableName(text)],
};
const never = (): boolean => false;
const nothing: Comparison = { shows: never, agrees: never, contradicts: never };

/**
 * The ways to recognize a record by what a person knows of it: its number, the email without case, the phone by its
 * digits, the name without case and spacing. A number that contradicts rules the others out; an email or a phone that
 * contradicts rules a name out; email and name together a phone, since a couple may share one. An address that people
 * invent tells nobody from anybody.
 * @param wanted the values by the record's own keys; absent ones are not compared
 * @returns the most reliable way first
 */
export function criteriaFor(kind: RecordKind, wanted: Record<string, unknown>): Criterion[] {
  const { contactKeys, noun } = kind;
  const compared = (what: Contact): Comparison =>
    contactComparison(kind, what, filled(wanted[contactKeys[what]]));
  const [email, phone, name] = [compared('email'), compared('phone'), compared('name')];
  const asked = filled(wanted.number);
  const number = asked === undefined ? nothing : numberComparison(asked);
  const digits = asked === undefined ? undefined : digitsGiven(asked, noun);
  const byDigits = digits === undefined ? nothing : digitsComparison(digits);
  const isOther = digits === undefined ? number.contradicts : byDigits.contradicts;
  const isSomebodyElse = (record: ApiRecord): boolean =>
    email.contradicts(record) && name.contradicts(record);
  const ways: [
    on: string,
    comparison: Comparison,
    ruledOut: (record: ApiRecord) => boolean,
    how?: Criterion['identifies'],
  ][] = [
    ['number', number, never, 'one'],
    ['number', byDigits, never, 'perhaps one'],
    ['email', email, isOther],
    ['phone', phone, (record) => isOther(record) || isSomebodyElse(record)],
    ['name', name, (record) => isOther(record) || email.contradicts(record) || phone.contradicts(record)],
  ];
  return ways
    .filter(([, comparison]) => comparison !== nothing)
    .map(([on, { agrees, shows }, ruledOut, identifies]) => ({
      on,
      agrees,
      shows,
      fits: (record) => agrees(record) && !ruledOut(record),
      ...(identifies && { identifies }),
    }));
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
 * that client say somebody else, or the extensions differ. A name alone recognizes nobody.
 * @returns the most reliable way first
 */
export function customerCriteria(kind: RecordKind, { name, email, phone, extension }: Customer): Criterion[] {
  const { contactKeys } = kind;
  const wanted = { [contactKeys.name]: name, [contactKeys.email]: email, [contactKeys.phone]: phone };
  const isElsewhere = (record: ApiRecord): boolean => {
    const [own] = contactsOf(kind, record, 'phone').map(phoneExtension);
    return isFilled(own) && extension !== '' && own !== extension;
  };
  return criteriaFor(kind, wanted)
    .filter(({ on }) => on !== 'name')
    .map((criterion) => ({
      ...criterion,
      fits: (record) => criterion.fits(record) && !(criterion.on === 'phone' && isElsewhere(record)),
    }));
}

function contactComparison(kind: RecordKind, what: Contact, wanted: string | undefined): Comparison {
  const comparable = comparables[what];
  const [sought] = wanted === undefined ? [] : comparable(wanted);
  if (sought === undefined) return nothing;
  const shown = (record: ApiRecord): string[] =>
    contactsOf(kind, record, what)
      .filter((text) => !isMasked(text))
      .flatMap(comparable);
  return {
    shows: (record) => shown(record).length > 0,
    agrees: (record) => shown(record).includes(sought),
    contradicts: (record) => {
      const own = shown(record);
      return own.length > 0 && !own.includes(sought);
    },
  };
}

function numberComparison(wanted: string): Comparison {
  const sought = comparableNumber(wanted);
  return comparison((number) => comparableNumber(number) === sought);
}

function digitsComparison(wanted: string): Comparison {
  return comparison((number) => hasDigits(number, wanted));
}

function comparison(isSame: (number: string) => boolean): Comparison {
  const compare = (record: ApiRecord): boolean | undefined => {
    const number = numberOf(record);
    return number === undefined ? undefined : isSame(number);
  };
  return {
    shows: (record) => compare(record) !== undefined,
    agrees: (record) => compare(record) === true,
    contradicts: (record) => compare(record) === false,
  };
}
