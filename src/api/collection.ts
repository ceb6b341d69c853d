/** A kind of record as far as requests need it. */
export interface Collection {
  /** In a sentence: "job". */
  noun: string;
  /** Its path in the API, which its scopes are named after too: "jobs". */
  path: string;
  /** True where the API documents that its list can be filtered by status. */
  filtersByStatus?: true;
}
