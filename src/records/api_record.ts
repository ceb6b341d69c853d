/** A record as the API gives it. Something without an id is not a record. */
export type ApiRecord = Record<string, unknown> & { id: string };
