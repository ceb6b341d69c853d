import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request to one of the webhook URLs, in the form of Zapier's `bundle.rawRequest`. */
export interface RawRequest {
  method: string;
  querystring: string;
  headers: Record<string, string>;
  content: string;
}

/** Replaces hooks.zapier.com: gives each Zap a webhook URL, answers 200 at once, and runs the Zap afterwards. */
export interface HookServer {
  /** Makes a webhook URL and returns it. `take` is called with each request to it. */
  listen: (take: (request: RawRequest) => Promise<void>) => string;
  /** Closes a webhook URL: from then on it answers 410 Gone. */
  silence: (url: string) => void;
  /** Resolves when all requests that arrived so far have been handled. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a hook server on a free port of 127.0.0.1; the caller closes it. */
export async function startHookServer(): Promise<HookServer> {
  const takers = new Map<string, (request: RawRequest) => Promise<void>>();
  const working = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    void receive(request).then((raw) => {
      const take = takers.get(request.url?.split('?')[0] ?? '');
      response.writeHead(take === undefined ? 410 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: take === undefined ? 'gone' : 'success' }));
      if (take === undefined) return;
      const work = take(raw).finally(() => working.delete(work));
      working.add(work);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server.address())}`;

  return {
    listen: (take) => {
      const path = `/hooks/${randomUUID()}`;
      takers.set(path, take);
      return `${origin}${path}`;
    },
    silence: (url) => void takers.delete(new URL(url).pathname),
    settled: async () => {
      while (working.size > 0) await Promise.all(working);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function receive(request: IncomingMessage): Promise<RawRequest> {
  const headers = Object.entries(request.headers).map(([key, value]): [string, string] => [
    zapierName(key),
    String(value),
  ]);
  return {
    method: request.method ?? 'POST',
    querystring: request.url?.split('?')[1] ?? '',
    headers: Object.fromEntries(headers),
    content: await text(request),
  };
}

// Zapier gives the header `x-webhook-id` to a trigger as `Http-X-Webhook-Id`.
function zapierName(header: string): string {
  return `Http-${header.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}`;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The hook server has no port.');
  return address.port;
}
