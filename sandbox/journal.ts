import { BoundedLog } from './bounded_log.ts';
import { readLoosely } from './json.ts';

/** One request to the API and what was answered. */
export interface JournalRequest {
  at: string;
  method: string;
  /** Below /api/v1, like "/leads/UUID". */
  path: string;
  query: Record<string, string>;
  /** Names in lower case; the key cut to its public prefix. */
  headers: Record<string, string>;
  /** Parsed JSON, the text when it is none, null without a body. */
  body: unknown;
  /** 0 when the connection was dropped instead of answered. */
  status: number;
  answer: unknown;
  answerHeaders: Record<string, string>;
  fault?: string;
  bytesIn: number;
  bytesOut: number;
  durationMs: number;
}

/** One attempt to deliver an event. */
export interface JournalDelivery {
  at: string;
  id: string;
  event: string;
  url: string;
  attempt: number;
  /** 0: no connection. */
  status: number;
  body: string;
}

/** A request as it is noted: bodies stay text until someone reads the journal. */
export type RequestNote = Omit<JournalRequest, 'body' | 'answer'> & { bodyText: string; answerText: string };

const maxEntries = 200_000;
const maxBytes = 256 * 1024 * 1024;
const entryOverhead = 1000;

/** What the newest requests and deliveries were, without any key or secret. */
export class Journal {
  readonly #requests = new BoundedLog<RequestNote>(maxEntries, maxBytes);
  readonly #deliveries = new BoundedLog<JournalDelivery>(maxEntries, maxBytes);

  /** Notes a request; returns the note, so that a late answer can set its duration. */
  noteRequest(note: RequestNote): RequestNote {
    const masked = { ...note, headers: maskKey(note.headers), answerText: maskSecret(note) };
    this.#requests.add(masked, note.bytesIn + note.bytesOut + entryOverhead);
    return masked;
  }

  /** Notes an attempt to deliver. */
  noteDelivery(delivery: JournalDelivery): void {
    this.#deliveries.add(delivery, delivery.body.length + entryOverhead);
  }

  /** Everything noted, oldest first. */
  read(): { requests: JournalRequest[]; deliveries: JournalDelivery[] } {
    const requests = this.#requests.values().map(({ bodyText, answerText, ...rest }) => ({
      ...rest,
      body: readLoosely(bodyText),
      answer: readLoosely(answerText),
    }));
    return { requests, deliveries: this.#deliveries.values() };
  }

  /** Forgets everything noted. */
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
