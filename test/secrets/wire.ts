import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { member } from '../../contract/json.ts';

/** A request as it left this process, whoever sent it. */
export interface Sent {
  host: string;
  /** Method and address. */
  line: string;
  headers: string;
}

interface Outgoing {
  method: string;
  path: string;
  /** Of `fetch`. */
  origin?: string;
  headers?: unknown;
  /** Of node:http, which the platform sends by. */
  getHeaders?: () => Record<string, unknown>;
}

const channels = ['http.client.request.start', 'undici:request:create'];

/**
 * Listens to every request that leaves this process, by node:http or by fetch.
 * @returns what was sent so far, and `stop`
 */
export function watchTheWire(): { sent: Sent[]; stop: () => void } {
  const sent: Sent[] = [];
  const note = (message: unknown): void => {
    if (!isStart(message)) return;
    const { method, path, origin, headers = [], getHeaders } = message.request;
    const all: unknown = getHeaders === undefined ? headers : getHeaders.call(message.request);
    const host = origin === undefined ? String(member(all, 'host')) : new URL(origin).host;
    sent.push({ host, line: `${method} ${path}`, headers: JSON.stringify(all) });
  };
  for (const channel of channels) subscribe(channel, note);
  const stop = (): void => {
    for (const channel of channels) unsubscribe(channel, note);
  };
  return { sent, stop };
}

function isStart(message: unknown): message is { request: Outgoing } {
  return typeof message === 'object' && message !== null && 'request' in message;
}
