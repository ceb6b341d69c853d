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
  /** Lists leave the seconds out of created_at. */
  listsWithoutSeconds?: boolean;
}
