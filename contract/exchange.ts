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

/** What an exchange did against the contract: on which side, where in it, and a sentence saying what. */
export interface Violation {
  side: 'request' | 'answer';
  where: string;
  message: string;
}
