/** One HTTP request and its answer, as they were sent. */
export interface Exchange {
  method: string;
  /** The path below the base path, such as `/leads/UUID`. */
  path: string;
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The parsed JSON body; null without one. */
  body: unknown;
  /** The HTTP status; 0 when there was no answer. */
  status: number;
  /** The parsed JSON body of the answer; null without one. */
  answer: unknown;
  /** Names in lower case. */
  answerHeaders: Record<string, string>;
}

/** One point in which a request or an answer does not match a document. */
export interface Breach {
  /** It has something that is not described, lacks something that is required, or has a value that is not allowed. */
  kind: 'undescribed' | 'missing' | 'refused';
  /** The place in the request or answer: `query limit`, `body/services/0/sqft`. */
  where: string;
  /** What is wrong there, to be read after the place: `is missing`. */
  message: string;
}

/** A breach, and whether the request or the answer has it. */
export interface Violation extends Breach {
  side: 'request' | 'answer';
}

/** Makes a breach out of its parts. */
export function breach(kind: Breach['kind'], where: string, message: string): Breach {
  return { kind, where, message };
}
