import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { servePage, type PageServer } from '../../workbench/page/server.ts';
import { openSession, type Session } from '../../workbench/page/session.ts';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { withoutMemoryLimit } from '../support/memory.ts';

/** What came of a request that no browser would let a page send, such as one with another Host. */
interface Reply {
  status: number | undefined;
  text: string;
}

describe('the server of the page', () => {
  let session: Session;
  let server: PageServer;
  beforeAll(async () => {
    session = await openSession();
    server = await servePage(session, 0);
  });
  afterAll(async () => {
    await server.close();
    await session.close();
  });
  withoutMemoryLimit();

  const ask = (path: string, headers: Record<string, string> = {}, body?: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request(`${server.url}${path}`, { method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          resolve({ status: answer.statusCode, text: Buffer.concat(parts).toString() });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const json = { 'content-type': 'application/json' };

  test('answers its own page', async () => {
    expect((await ask('/', { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await ask('/api/start', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test.each([
    ['a name that was pointed at this machine', { host: 'evil.example' }, 403],
    ['another page', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
  ])('refuses %s', async (_who, headers, status) => {
    expect((await ask('/api/start', headers)).status).toBe(status);
    expect((await ask('/api/connection', { ...json, ...headers }, '{}')).status).toBe(status);
  });

  test('refuses what a form of another page could send', async () => {
    expect((await ask('/api/connection', { 'content-type': 'text/plain' }, '{}')).status).toBe(415);
  });

  test('refuses deeds that the page has no button for', async () => {
    const body = JSON.stringify({ path: '../api/v1/leads' });

    expect((await ask('/api/office/deed', json, body)).status).toBe(400);
  });

  test('tells neither the key nor the secret of a webhook', async () => {
    const zap = { name: 'Mine', trigger: { key: 'new_lead' }, steps: [] };
    const on = await ask('/api/zaps/on', json, JSON.stringify({ zap, form: [] }));
    const run = JSON.stringify({ id: 'creates.create_lead', input: { customer_name: session.key } });
    const texts = [on, await ask('/api/run', json, run), await ask('/api/start'), await ask('/api/office')];

    expect(texts.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { text } of texts) {
      expect(text).not.toContain(session.key);
      expect(text).not.toMatch(/whsec_\w/);
    }
  });
});

describe('the server of the page on the real API', () => {
  test('writes only when a person said so, and says that instant triggers need a public address', async () => {
    const sandbox = await openSession();
    const putBack = changeAppSettings({ CEPRO_API_URL: sandbox.office?.sandbox.url ?? '' });
    const session = await openSession(sandbox.key);
    const server = await servePage(session, 0);
    const post = async (path: string, body: object): Promise<Reply> => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${server.url}/api/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text() };
    };
    const lead = { id: 'creates.create_lead', input: { customer_name: 'Real One' } };
    const zap = { name: 'Mine', trigger: { key: 'new_lead' }, steps: [] };

    expect(await post('run', lead)).toEqual({ status: 409, text: '{"confirm":true}' });
    expect(sandbox.office?.sandbox.recordsOf('leads', 'Real One')).toEqual([]);
    expect((await post('run', { ...lead, confirmed: true })).status).toBe(200);
    expect(sandbox.office?.sandbox.recordsOf('leads', 'Real One')).toHaveLength(1);
    expect((await post('zaps/on', { zap, form: [] })).text).toContain('needs a public address');
    expect((await post('office/clock', { days: 1 })).status).toBe(400);

    await server.close();
    await session.close();
    putBack();
    await sandbox.close();
  });
});
