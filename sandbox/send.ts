import type { ServerResponse } from 'node:http';
import type { Answer } from './api_error.ts';
import type { Fault } from './faults.ts';
import type { RequestNote } from './journal.ts';

type Note = Pick<RequestNote, 'status' | 'answerText' | 'answerHeaders' | 'bytesOut'>;

/**
 * Prepares an answer, so that it can be recorded before the client sees it. Status 0 drops the connection; the faults
 * `half_body` and `no_body` drop it after half of the body, or after the headers.
 * @returns what the journal records of the answer, and `deliver`, which sends it
 */
export function send(
  outgoing: ServerResponse,
  { status, text, headers = {} }: Answer,
  fault: Fault | undefined,
): { note: Note; deliver: () => void } {
  if (status === 0) {
    return {
      note: { status, answerText: '', answerHeaders: {}, bytesOut: 0 },
      deliver: () => outgoing.destroy(),
    };
  }
  const bytes = Buffer.from(text);
  const allHeaders = {
    ...(text === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
    ...headers,
  };
  const sent = bytes.subarray(0, Math.floor(bytes.length * shareSent(fault)));
  return {
    note: {
      status,
      answerText: sent.toString(),
      answerHeaders: Object.fromEntries(
        Object.entries(allHeaders).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      bytesOut: sent.length,
    },
    deliver: () => {
      if (outgoing.destroyed) return;
      outgoing.writeHead(status, allHeaders);
      if (sent.length === bytes.length) {
        outgoing.end(sent);
      } else if (sent.length > 0) {
        outgoing.write(sent, () => outgoing.destroy());
      } else {
        outgoing.flushHeaders();
        setImmediate(() => outgoing.destroy());
      }
    },
  };
}

function shareSent(fault: Fault | undefined): number {
  if (fault?.kind === 'no_body') return 0;
  return fault?.kind === 'half_body' ? 1 / 2 : 1;
}
