import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { member } from '../../contract/json.ts';

/** A request that left this process. */
export interface Sent {
  host: string;
  /** The method and the path. */
  line: string;
  headers: string;
}

interface Outgoing {
  method: string;
  path: string;
  /** Only for requests by `fetch`. */
  origin?: string;
  headers?: unknown;
  /** Only for requests by node:http, which the platform uses. */
  getHeaders?: () => Record<string, unknown>;
}

const channels = ['http.client.request.start', 'undici:request:create'];

/**
 * Records every request that leaves this process, by node:http or by fetch.
 * @returns the requests so far, and a function that ends the recording
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
