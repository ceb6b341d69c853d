import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, listAt, objectAt } from './client.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function page(path: string): Promise<{ ids: unknown[]; cursor: string | null; more: unknown }> {
  const { body } = await ask(sandbox, 'GET', path);
  const { next_cursor, has_more } = objectAt(body, 'meta');
  return {
    ids: listAt(body, 'data').map((record) => record.id),
    cursor: typeof next_cursor === 'string' ? next_cursor : null,
    more: has_more,
  };
}

test('given records that arrive while pages are read, every older one is seen exactly once', async () => {
  const ids = sandbox.seed('leads', 95);
  const seen: unknown[] = [];
  let { ids: found, cursor, more } = await page('/leads?limit=20');
  for (;;) {
    seen.push(...found);
    if (cursor === null) break;
    expect(more).toBe(true);
    sandbox.seed('leads', 3);
    ({ ids: found, cursor, more } = await page(`/leads?limit=20&cursor=${cursor}`));
  }
  expect(more).toBe(false);
  expect(seen).toEqual(ids.reverse());
});

test('given another sort, order or status, a cursor is refused', async () => {
  sandbox.seed('clients', 30);
  const { cursor } = await page('/clients?limit=5');
  const given = `cursor=${String(cursor)}`;
  expect((await ask(sandbox, 'GET', `/clients?limit=9&${given}`)).status).toBe(200);
  for (const query of ['sort=name&', 'order=asc&', 'status=active&', 'cursor=bm9uc2Vuc2U&']) {
    const reply = await ask(sandbox, 'GET', `/clients?${query}${query.startsWith('cursor') ? '' : given}`);
    expect([reply.status, reply.code]).toEqual([400, 'invalid_cursor']);
  }
  expect((await ask(sandbox, 'GET', `/leads?${given}`)).code).toBe('invalid_cursor');
});

test('given a sort and order, pages follow it through ties to the end', async () => {
  sandbox.seed('jobs', 23, (index) => ({ scheduled_date: `2026-03-${10 + (index % 3)}` }));
  const days: unknown[] = [];
  let path = '/jobs?limit=4';
  for (;;) {
    const { body } = await ask(sandbox, 'GET', path);
    days.push(...listAt(body, 'data').map((record) => record.scheduled_date));
    const { next_cursor } = objectAt(body, 'meta');
    if (typeof next_cursor !== 'string') break;
    path = `/jobs?limit=4&cursor=${next_cursor}`;
  }
  expect(days).toHaveLength(23);
  expect(days).toEqual(days.toSorted().reverse());
  const ascending = await ask(sandbox, 'GET', '/jobs?sort=scheduled_date&order=asc&limit=1');
  expect(listAt(ascending.body, 'data')[0]?.scheduled_date).toBe('2026-03-10');
});

test('given a status, only its records; given an unknown one, none', async () => {
  sandbox.seed('invoices', 6, (index) => ({ status: index < 2 ? 'paid' : 'sent' }));
  expect((await page('/invoices?status=paid')).ids).toHaveLength(2);
  expect((await page('/invoices?status=nonsense')).ids).toEqual([]);
  expect((await page('/invoices?email=absent@example.com')).ids).toHaveLength(6);
});

test.each(['limit=0', 'limit=101', 'limit=x', 'order=up', 'sort=shoe_size'])(
  'given %s, 400',
  async (query) => {
    expect((await ask(sandbox, 'GET', `/leads?${query}`)).status).toBe(400);
  },
);

test('given 20,000 records, page one has the newest hundred', async () => {
  const many = await startSandbox();
  many.seed('leads', 20_000);
  const { body } = await ask(many, 'GET', '/leads?status=new&limit=100');
  expect(listAt(body, 'data')).toHaveLength(100);
  await many.close();
});
