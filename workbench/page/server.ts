import { getRequestListener } from '@hono/node-server';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { sentenceOf } from '../../command_line/command.ts';
import { isObject } from '../../src/lib/guards.ts';
import { pageRoutes } from './routes.ts';
import { onlyThisPage } from './safety.ts';
import type { Session } from './session.ts';

/** The page, served. */
export interface PageServer {
  url: string;
  close: () => Promise<void>;
}

const folder = 'workbench/page/client';

/**
 * Serves the page on 127.0.0.1 until it is closed; the session stays the caller's.
 * @param port that is wanted; another one that is free is taken when something listens there
 * @throws Error when the page cannot be bundled or no port can be listened on
 */
export async function servePage(session: Session, port: number): Promise<PageServer> {
  const script = await bundled();
  const { api, close } = pageRoutes(session);
  const app = new Hono();
  app.use(onlyThisPage);
  app.get('/', (c) => c.html(readFileSync(`${folder}/index.html`, 'utf8')));
  app.get('/style.css', (c) =>
    c.body(readFileSync(`${folder}/style.css`, 'utf8'), 200, { 'Content-Type': 'text/css' }),
  );
  app.get('/page.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript' }));
  app.get('/favicon.svg', (c) =>
    c.body(readFileSync('docs/pictures/logo.svg', 'utf8'), 200, { 'Content-Type': 'image/svg+xml' }),
  );
  app.route('/api', api);
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void listener(request, response));
  const taken = await listen(server, port).catch((error: unknown) => {
    if (!(isObject(error) && error.code === 'EADDRINUSE')) throw error;
    return listen(server, 0);
  });
  return {
    url: `http://127.0.0.1:${taken}`,
    close: async () => {
      await close();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${folder}/main.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    minify: true,
    logLevel: 'silent',
  }).catch((error: unknown) => {
    throw new Error(`The page cannot be bundled: ${sentenceOf(error)}`, { cause: error });
  });
  return outputFiles[0]?.text ?? '';
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
