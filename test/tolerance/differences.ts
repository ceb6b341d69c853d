import type { Quirks } from '../../sandbox/sandbox.ts';

/** What a person gets: it works, an error that says these words, or, where nothing says so, less than there is. */
export type Outcome = 'works' | { says: string } | { lacks: string };

/** The parts of the app that other ways to answer touch, each with what it does when it works. */
export const parts = {
  connecting: 'Connecting',
  writing: 'Actions',
  'client of a job': 'Create Job finds its client',
  'finding by id': 'Find, by the record itself',
  finding: 'Find, by email',
  'not finding': 'Find says that there is none',
  dropdowns: 'Dropdowns',
  polls: 'Polling triggers',
  instant: 'Instant triggers',
} as const;
export type Part = keyof typeof parts;

/** A way in which the API may differ from what is assumed about it. */
export interface Difference {
  /** In words, behind "when CleanEstimate Pro". */
  what: string;
  quirks: Quirks;
  /** How many records of each kind there are besides those that are looked for; none when absent. */
  crowd?: number;
  /** What comes of it, where it does not just work: for all operations of a part, or for the operation of this key. */
  outcomes?: Partial<Record<string, Outcome>>;
}

const undated: Outcome = { says: 'does not say on which days they are' };
const unknown = { says: 'it is not known whether there is a match' };
const timeless = { says: 'does not say how long they have waited' };
const trouble = { says: 'CleanEstimate Pro had a problem.' };
const noList = { says: 'where a list of leads belongs' };

/** Other ways to write answers and records. Whatever is not named under `outcomes` works. */
export const writtenOtherwise: Difference[] = [
  { what: 'answers bare objects and lists', quirks: { bareAnswers: true } },
  { what: 'wraps each row in its noun', quirks: { wrappedRows: true } },
  { what: 'answers with records under their noun', quirks: { recordsUnderNoun: true } },
  { what: 'answers with a record in a list of one', quirks: { singleInList: true } },
  { what: 'wraps its answers once more', quirks: { nestedData: true } },
  { what: 'has ids under the name of the noun', quirks: { idsUnder: 'noun_id' } },
  { what: 'has ids under uuid', quirks: { idsUnder: 'uuid' } },
  {
    what: 'has numbers for ids',
    quirks: { numericIds: true },
  },
  { what: 'refuses ids that are no UUIDs', quirks: { strictIds: true } },
  { what: 'has numbers for phones and job numbers', quirks: { numericTexts: true } },
  { what: 'has texts for amounts', quirks: { amountsAsTexts: true } },
  { what: 'calls numbers job_number and invoice_number', quirks: { numbersUnderNoun: true } },
  { what: 'leaves out what is null', quirks: { withoutNulls: true } },
  { what: 'writes moments in seconds', quirks: { epochDates: 'seconds' } },
  { what: 'writes moments in milliseconds', quirks: { epochDates: 'milliseconds' } },
  {
    what: 'writes statuses as labels',
    quirks: { statusLabels: true },
  },
  { what: 'begins its answers with a byte order mark', quirks: { byteOrderMark: true } },
  { what: 'writes an empty list as null', quirks: { emptyLists: 'null' } },
  { what: 'writes an empty list as an empty object', quirks: { emptyLists: 'object' } },
  { what: 'answers 204 for an empty list', quirks: { emptyLists: '204' } },
];

/** Other ways to read by id, to filter, to sort and to end a list. */
export const readOtherwise: Difference[] = [
  { what: 'has no reading by id and answers 404', quirks: { noReadById: 404 } },
  { what: 'has no reading by id and answers 405', quirks: { noReadById: 405 } },
  { what: 'cannot remove webhooks', quirks: { noWebhookDelete: true } },
  { what: 'refuses filters that it does not document', quirks: { refuseUnknownFilters: true } },
  { what: 'ignores filters that it does not document', quirks: { ignoreStatusFilter: true } },
  {
    what: 'refuses to sort',
    quirks: { refuseSort: true },
  },
  { what: 'lists the oldest first, whatever is asked', quirks: { ignoreSort: 'oldest first' } },
  { what: 'ignores how a list is to be sorted', quirks: { ignoreSort: 'newest first' } },
  { what: 'delivers whole records', quirks: { wholeRecordDeliveries: true } },
  { what: 'shows the customer in an object of its own', quirks: { listsWithNestedClient: true } },
  { what: 'says nothing about the end of a list', quirks: { listEnds: 'unsaid' } },
  { what: 'says only how many records there are', quirks: { listEnds: 'total' } },
  {
    what: 'cuts lists at 25 of 60 without saying so',
    quirks: { listEnds: 'unsaid', listCap: 25 },
    crowd: 60,
    outcomes: { 'not finding': unknown },
  },
  {
    what: 'cuts lists at 24 of 60 without saying so',
    quirks: { listEnds: 'unsaid', listCap: 24 },
    crowd: 60,
    outcomes: { 'not finding': unknown },
  },
  {
    what: 'cuts lists at 25 of 40 without saying so',
    quirks: { listEnds: 'unsaid', listCap: 25 },
    crowd: 40,
  },
  {
    what: 'cuts lists at 25 and says only how many records there are',
    quirks: { listEnds: 'total', listCap: 25 },
    crowd: 60,
    outcomes: { 'not finding': unknown },
  },
  { what: 'cuts lists at 25 and gives a cursor', quirks: { listCap: 25 }, crowd: 60 },
  {
    what: 'names the same next page again and again',
    quirks: { repeatedCursor: true },
    outcomes: {
      'not finding': unknown,
      polls: { says: 'does not go on behind a page' },
      // The first page reaches behind today.
      upcoming_job: 'works',
    },
  },
  {
    what: 'shows rows that are no records',
    quirks: { unreadableRows: true },
    crowd: 2,
    outcomes: { 'not finding': unknown },
  },
  {
    what: 'shows rows without ids',
    quirks: { rowsWithoutIds: true },
    outcomes: {
      connecting: noList,
      'client of a job': trouble,
      finding: trouble,
      'not finding': trouble,
      dropdowns: trouble,
      polls: trouble,
    },
  },
  {
    what: 'shows rows of id and status only',
    quirks: { thinRows: true },
    outcomes: {
      'client of a job': unknown,
      finding: unknown,
      'not finding': unknown,
      ...{ upcoming_job: undated, job_scheduled: undated, client_due_again: undated },
      ...{ estimate_awaiting_response: timeless, lead_waiting: timeless, unpaid_invoice: timeless },
    },
  },
  {
    what: 'answers lists with errors and 200',
    quirks: { errorsInSuccess: true },
    outcomes: {
      connecting: { says: 'CleanEstimate Pro answered "Try again" where a list of leads belongs' },
      'client of a job': trouble,
      finding: trouble,
      'not finding': trouble,
      dropdowns: trouble,
      polls: trouble,
    },
  },
  {
    what: 'answers lists with the word "Log in"',
    quirks: { logInWord: true },
    outcomes: {
      connecting: noList,
      'client of a job': trouble,
      finding: trouble,
      'not finding': trouble,
      dropdowns: trouble,
      polls: trouble,
    },
  },
  {
    what: 'does much of this at once',
    quirks: {
      bareAnswers: true,
      noReadById: 405,
      noWebhookDelete: true,
      refuseUnknownFilters: true,
      wholeRecordDeliveries: true,
    },
  },
];

/** All that the app is held to. */
export const differences: readonly Difference[] = [...writtenOtherwise, ...readOtherwise];

/** What comes of an operation: the outcome of its key, else of its part, else that it works. */
export function outcomeOf({ outcomes = {} }: Difference, part: Part, key: string): Outcome {
  return outcomes[key] ?? outcomes[part] ?? 'works';
}
