import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { parseJson } from '../../src/lib/guards.ts';
import { createServer, type Server } from 'node:http';
import { changeAppSettings } from '../../workbench/app_settings.ts';

/** A request that the scripted API got. */
export interface ScriptedRequest {
  method: string;
  /** The path below the base path: "/leads". */
  path: string;
  query: Record<string, string>;
}

/** An answer of the scripted API. */
export interface ScriptedResponse {
  status: number;
  /** A text is sent unchanged, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A server in place of CleanEstimate Pro, whose answers the test decides. For answers that the sandbox never gives. */
export interface ScriptedApi {
  /** From now on every request gets this answer. */
  answers: (status: number, body?: unknown, headers?: Record<string, string>) => void;
  /** From now on every request gets the answer that this function returns for it. */
  answersBy: (answer: (request: ScriptedRequest) => ScriptedResponse) => void;
  /** The requests of the current test, each as "POST /leads". */
  asked: string[];
  /** Their parsed bodies; undefined for a request without one. */
  bodies: unknown[];
}

/** Starts a scripted API for the tests of a file, and sets CEPRO_API_URL to it. */
export function scriptedApi(): ScriptedApi {
  const asked: string[] = [];
  const bodies: unknown[] = [];
  let answer: (request: ScriptedRequest) => ScriptedResponse = () => ({ status: 404 });
  let server: Server | undefined;
  let putBack: (() => void) | undefined;
  beforeAll(async () => {
    server = createServer((incoming, response) => {
      const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://127.0.0.1');
      const method = incoming.method ?? '';
      const path = pathname.replace('/api/v1', '');
      asked.push(`${method} ${path}`);
      const {
        status,
        body = '',
        headers,
      } = answer({ method, path, query: Object.fromEntries(searchParams) });
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      let sent = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (part: string) => (sent += part));
      incoming.on('end', () => {
        bodies.push(parseJson(sent));
        response.writeHead(status, headers).end(text);
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The scripted API has no port.');
    const CEPRO_API_URL = `http://127.0.0.1:${address.port}/api/v1`;
    putBack = changeAppSettings({ CEPRO_API_URL, CEPRO_RETRY_PAUSE_MS: '10' });
  });
  beforeEach(() => {
    asked.length = 0;
    bodies.length = 0;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
    putBack?.();
  });
  return {
    asked,
    bodies,
    answers: (status, body = '', headers = {}) => {
      answer = () => ({ status, body, headers });
    },
    answersBy: (by) => {
      answer = by;
    },
  };
}
