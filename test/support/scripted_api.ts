import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { changeAppSettings } from '../../workbench/app_settings.ts';

/** An API that answers everything alike, as no CleanEstimate Pro would. */
export interface ScriptedApi {
  /** From now on every request gets this; an object is sent as JSON. */
  answers: (status: number, body?: unknown) => void;
  /** What was asked: "POST /leads". */
  asked: string[];
}

/** Opens it for the tests of a file, and points the app at it. */
export function scriptedApi(): ScriptedApi {
  const asked: string[] = [];
  let answer = { status: 404, text: '' };
  let server: Server | undefined;
  let putBack: (() => void) | undefined;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url?.replace('/api/v1', '').split('?')[0] ?? ''}`);
      request.resume().on('end', () => response.writeHead(answer.status).end(answer.text));
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
    answers: (status, body = '') => {
      answer = { status, text: typeof body === 'string' ? body : JSON.stringify(body) };
    },
  };
}
