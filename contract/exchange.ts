/** One request and its answer, as they were on the wire. */
export interface Exchange {
  method: string;
  /** Below the server's base path, e.g. `/leads/UUID`. */
  path: string;
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Parsed JSON; null when there was none. */
  body: unknown;
  /** 0 when no answer came. */
  status: number;
  /** Parsed JSON; null when there was none. */
  answer: unknown;
  /** Names in lower case. */
  answerHeaders: Record<string, string>;
}

/** What a request or an answer does against a document. */
export interface Breach {
  /** It has what the document does not describe, lacks what that requires, or has a value that it refuses. */
  kind: 'undescribed' | 'missing' | 'refused';
  /** The place in it: `query limit`, `body/services/0/sqft`. */
  where: string;
  /** What is wrong with that place: `is missing`. */
  message: string;
}

/** A breach of the contract, on one side of an exchange. */
export interface Violation extends Breach {
  side: 'request' | 'answer';
}

/** Takes the members of a breach, in their order; returns it. */
export function breach(kind: Breach['kind'], where: string, message: string): Breach {
  return { kind, where, message };
}
