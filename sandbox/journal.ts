import { BoundedLog } from './bounded_log.ts';
import { readLoosely } from './json.ts';

/** One request to the API and the answer it got. */
export interface JournalRequest {
  at: string;
  method: string;
  /** The path below /api/v1, such as "/leads/UUID". */
  path: string;
  query: Record<string, string>;
  /** Names are in lower case. Of the API key only the public prefix is kept. */
  headers: Record<string, string>;
  /** The parsed JSON; the raw text when it is not JSON; null without a body. */
  body: unknown;
  /** 0 when a fault dropped the connection instead of an answer. */
  status: number;
  answer: unknown;
  answerHeaders: Record<string, string>;
  fault?: string;
  bytesIn: number;
  bytesOut: number;
  durationMs: number;
}

/** One attempt to deliver an event to a webhook destination. */
export interface JournalDelivery {
  at: string;
  id: string;
  event: string;
  url: string;
  attempt: number;
  /** 0 when the destination did not answer. */
  status: number;
  body: string;
}

/** A request as the journal stores it: bodies are kept as text and parsed when the journal is read. */
export type RequestNote = Omit<JournalRequest, 'body' | 'answer'> & { bodyText: string; answerText: string };

const maxEntries = 200_000;
const maxBytes = 256 * 1024 * 1024;
const entryOverhead = 1000;

/**
 * Records the requests to the API and the attempts to deliver. Keys and webhook secrets are masked. Beyond 200,000
 * entries or 256 MB of either kind the oldest are dropped.
 */
export class Journal {
  readonly #requests = new BoundedLog<RequestNote>(maxEntries, maxBytes);
  readonly #deliveries = new BoundedLog<JournalDelivery>(maxEntries, maxBytes);

  /** Records a request. Returns the stored entry, so that the duration can be corrected once a slow answer was sent. */
  noteRequest(note: RequestNote): RequestNote {
    const masked = { ...note, headers: maskKey(note.headers), answerText: maskSecret(note) };
    this.#requests.add(masked, note.bytesIn + note.bytesOut + entryOverhead);
    return masked;
  }

  /** Records an attempt to deliver. */
  noteDelivery(delivery: JournalDelivery): void {
    this.#deliveries.add(delivery, delivery.body.length + entryOverhead);
  }

  /** All recorded requests and attempts to deliver, oldest first. */
  read(): { requests: JournalRequest[]; deliveries: JournalDelivery[] } {
    const requests = this.#requests.values().map(({ bodyText, answerText, ...rest }) => ({
      ...rest,
      body: readLoosely(bodyText),
      answer: readLoosely(answerText),
    }));
    return { requests, deliveries: this.#deliveries.values() };
  }

  /** Deletes all entries. */
  clear(): void {
    this.#requests.clear();
    this.#deliveries.clear();
  }
}

function maskKey(headers: Record<string, string>): Record<string, string> {
  const given = headers.authorization;
  if (given === undefined) return headers;
  const prefix = /^Bearer ce_(?:live|test)_[A-Za-z0-9]{8}_/.exec(given)?.[0] ?? '';
  return { ...headers, authorization: `${prefix}…` };
}

function maskSecret({ path, answerText }: RequestNote): string {
  return path.startsWith('/webhooks') ? answerText.replaceAll(/whsec_\w+/g, 'whsec_…') : answerText;
}
