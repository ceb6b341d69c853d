import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { changeAppSettings } from '../../workbench/app_settings.ts';

/** One request as a scripted API sees it. */
export interface ScriptedRequest {
  method: string;
  /** Below the base path: "/leads". */
  path: string;
  query: Record<string, string>;
}

/** What a scripted API answers. */
export interface ScriptedResponse {
  status: number;
  /** An object is sent as JSON, a text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** An API that answers as no CleanEstimate Pro would. */
export interface ScriptedApi {
  /** From now on every request gets this. */
  answers: (status: number, body?: unknown, headers?: Record<string, string>) => void;
  /** From now on every request gets what this makes of it. */
  answersBy: (answer: (request: ScriptedRequest) => ScriptedResponse) => void;
  /** What was asked: "POST /leads". */
  asked: string[];
}

/** Opens it for the tests of a file, and points the app at it. */
export function scriptedApi(): ScriptedApi {
  const asked: string[] = [];
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
      incoming.resume().on('end', () => response.writeHead(status, headers).end(text));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The scripted API has no port.');
    const CEPRO_API_URL = `http://127.0.0.1:${address.port}/api/v1`;
    putBack = changeAppSettings({ CEPRO_API_URL, CEPRO_RETRY_PAUSE_MS: '10' });
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
    putBack?.();
  });
  return {
    asked,
    answers: (status, body = '', headers = {}) => {
      answer = () => ({ status, body, headers });
    },
    answersBy: (by) => {
      answer = by;
    },
  };
}
