import type { InProgressSpelling } from './in_progress.ts';

/** Ways in which the real API may differ from what is assumed about it. Each can be switched on to test the app. */
export interface Quirks {
  /** Answers contain the record or the list itself instead of `{"data": …}`. */
  bareAnswers?: boolean;
  /** A single record cannot be read: GET /leads/:id, and so on, answers with this status. */
  noReadById?: 404 | 405;
  /** DELETE /webhooks/:id answers 405. */
  noWebhookDelete?: boolean;
  /** A list of clients, estimates or jobs with a status filter answers 400. */
  refuseUnknownFilters?: boolean;
  /** A list of clients, estimates or jobs ignores the status filter. */
  ignoreStatusFilter?: boolean;
  /** A delivery contains the whole record instead of only its id and status. */
  wholeRecordDeliveries?: boolean;
  /** How the 409 for a write that still runs is spelled. */
  inProgressSpelling?: InProgressSpelling;
  /** How far the API's clock is behind ours. */
  clockBehindMs?: number;
  /** How long after it was created a record is missing in the lists. */
  listLagMs?: number;
  /** Records in lists have no notes. */
  listsWithoutNotes?: boolean;
  /** Lists write times of day as 09:00. */
  listsWithShortTimes?: boolean;
  /** Lists write dates as 2026-03-20T00:00:00.000Z. */
  listsWithIsoDates?: boolean;
  /** Lists name services as people do: House Wash. */
  listsWithLabels?: boolean;
  /** Lists have the customer's data in an object `client`. */
  listsWithNestedClient?: boolean;
  /** Lists hide whom their records are about: T***** M*****, t***@example.com, +1******0123. */
  listsWithMaskedContacts?: boolean;
  /** Lists put city, state and ZIP code behind the street. */
  listsWithWholeAddress?: boolean;
  /** Lists leave the seconds out of created_at. */
  listsWithoutSeconds?: boolean;
  /** Rows of a list are wrapped in their noun: `{"client": {…}}`. */
  wrappedRows?: boolean;
  /** A single record stands under its noun instead of `data`: `{"client": {…}}`. */
  recordsUnderNoun?: boolean;
  /** A single record comes as a list of one: `{"data": [{…}]}`. */
  singleInList?: boolean;
  /** Answers are wrapped once more: `{"data": {"clients": […], "meta": {…}}}`, `{"data": {"client": {…}}}`. */
  nestedData?: boolean;
  /** Records have their id under another name: `client_id`, `uuid`. Deliveries have it as documented. */
  idsUnder?: 'noun_id' | 'uuid';
  /** Ids of records are JSON numbers, in deliveries too. */
  numericIds?: boolean;
  /** GET /leads/:id, and so on, answers 400 when the id is no UUID. */
  strictIds?: boolean;
  /** Phones and numbers of records are JSON numbers: 17045550123, 1001. */
  numericTexts?: boolean;
  /** Amounts are texts: "432.50". */
  amountsAsTexts?: boolean;
  /** What people call a record by stands under `job_number`, `estimate_number` or `invoice_number`. */
  numbersUnderNoun?: boolean;
  /** Notes are written in one line, as paragraphs of HTML, without what looks like a tag, or with a date before each. */
  notesAs?: 'one line' | 'paragraphs' | 'without tags' | 'dated';
  /** Keys without a value are left out instead of null. */
  withoutNulls?: boolean;
  /** Moments count seconds or milliseconds since 1970. */
  epochDates?: 'seconds' | 'milliseconds';
  /** Statuses are labels: "En Route". */
  statusLabels?: boolean;
  /** Rows of a list are only id and status. */
  thinRows?: boolean;
  /** Before the rows of each list stands a text. */
  unreadableRows?: boolean;
  /** No row of a list has an id. */
  rowsWithoutIds?: boolean;
  /** How a list without records is written: `{"data": null}`, `{"data": {}}` or 204. */
  emptyLists?: 'null' | 'object' | '204';
  /** What a list says about its end: nothing, or only `{"meta": {"total": 150}}`. */
  listEnds?: 'unsaid' | 'total';
  /** How many rows a list has at most, whatever was asked for. */
  listCap?: number;
  /** Each page of a list is the first one, and names the same next cursor. */
  repeatedCursor?: boolean;
  /** Cursors that were given out under another value of this quirk are refused, as when they have expired. */
  cursorsOf?: string;
  /** A list that is to be sorted answers 400. */
  refuseSort?: boolean;
  /** A list comes in its default order, whatever was asked for: oldest first, or newest first. */
  ignoreSort?: 'oldest first' | 'newest first';
  /** Answers begin with a byte order mark. */
  byteOrderMark?: boolean;
  /** Lists answer 200 with `{"data": null, "errors": ["Try again"]}`. */
  errorsInSuccess?: boolean;
  /** Lists answer 200 with the word "Log in". */
  logInWord?: boolean;
}
