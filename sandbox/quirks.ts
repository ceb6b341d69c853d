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
}
