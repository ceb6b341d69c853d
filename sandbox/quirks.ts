/** How the product may differ from the guesses about it. */
export interface Quirks {
  /** Single answers and lists come without the `data` around them. */
  bareAnswers?: boolean;
  /** There is no reading of one record: GET /x/:id answers this status. */
  noReadById?: 404 | 405;
  /** DELETE /webhooks/:id answers 405. */
  noWebhookDelete?: boolean;
  /** A status filter on clients, estimates or jobs answers 400. */
  refuseUnknownFilters?: boolean;
  /** A status filter on clients, estimates or jobs changes nothing. */
  ignoreStatusFilter?: boolean;
  /** The data of a delivery is the whole record. */
  wholeRecordDeliveries?: boolean;
}
