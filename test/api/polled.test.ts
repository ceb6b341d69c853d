import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import type { Item } from '../support/office.ts';
import { ago, polls, rows, serve, turningOn } from '../support/polled_lists.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const api = scriptedApi();
const { poll, lost, clients, logged } = polls();

describe('how far a poll reads', () => {
  test.each([
    ['one page, when its last row changed more than a day ago', rows(300, 0.5, 30), 1],
    ['on, while the last row changed within a day', [...rows(250, 0, 0.9), ...rows(200, 2, 30)], 3],
    ['past rows without a date', [...rows(99, 0, 0.5), { id: 'x', status: 'lost' }, ...rows(150, 0.6, 5)], 2],
    [
      'past rows with a date in the future, or in the year 1',
      [
        ...rows(98, 0, 0.5),
        { ...rows(1, -9, 9)[0], id: 'f' },
        { id: 'y', status: 'lost', updated_at: '0001-01-01' },
        ...rows(50, 0.6, 0.9),
      ],
      2,
    ],
    ['one page, where no row has a date', rows(300, 0, 30, { created_at: null, updated_at: null }), 1],
  ])('%s', async (_what, all, requests) => {
    serve(api, all);

    expect(await lost()).toHaveLength(Math.min(requests * 100, all.length));
    expect(api.asked).toHaveLength(requests);
  });

  test('a row without a date at the end of a page hides nothing behind it', async () => {
    const newest = rows(100, 0, 0.5);
    serve(api, [...newest.slice(0, 99), { id: 'dateless', status: 'lost' }, ...rows(50, 0.6, 0.9)]);

    expect(await lost()).toHaveLength(150);
  });

  test('times in seconds or milliseconds since 1970 are read', async () => {
    const inSeconds = rows(300, 0.5, 30).map((row) => {
      const seconds = Math.floor(Date.parse(String(row.updated_at)) / 1000);
      return { ...row, updated_at: seconds, created_at: seconds * 1000 };
    });
    serve(api, inSeconds);

    expect(await lost()).toHaveLength(100);
    expect(api.asked).toHaveLength(1);
  });

  test('the editor is shown one page', async () => {
    serve(api, rows(300, 0, 0.5));

    expect(await lost({ isLoadingSample: true })).toHaveLength(100);
    expect(api.asked).toHaveLength(1);
  });

  test('turning a Zap on reads all that is in the status, and gives nothing but ids', async () => {
    serve(api, rows(730, 0, 400));

    const items = await lost(turningOn);

    expect(items).toHaveLength(730);
    expect(new Set(items.flatMap(Object.keys))).toEqual(new Set(['id']));
    expect(api.asked).toHaveLength(8);
  });

  test('turning a Zap on for New Client reads no further than clients count as new', async () => {
    serve(api, rows(5_000, 0, 1_000));

    expect((await clients(turningOn)).length).toBeLessThanOrEqual(150);
    expect(api.asked).toHaveLength(2);
  });

  test('each record is given once, though it is on two pages', async () => {
    const all = rows(150, 0, 0.9);
    serve(api, [...all.slice(0, 100), ...all.slice(90)]);

    expect((await lost()).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });
});

describe('statuses', () => {
  test.each(['Lost', 'LOST', ' lost '])('%s is the status "Lost"', async (status) => {
    serve(api, rows(3, 0, 1, { status }));

    expect(await lost()).toHaveLength(3);
  });

  test.each(['EN_ROUTE', 'En Route', 'en-route'])('%s is the status "En Route"', async (status) => {
    serve(api, rows(2, 0, 1, { status }));

    expect(await poll('job_in_status', { status: 'En Route' })).toHaveLength(2);
  });

  test('in a spelling that the filter does not find are found without it, old ones too when turning on', async () => {
    api.answersBy(({ query }) => {
      const all = rows(250, 0, 90, { status: 'LOST' });
      const start = Number(query.cursor ?? 0);
      const data = query.status === undefined ? all.slice(start, start + 100) : [];
      const next = query.status === undefined && start < 200 ? String(start + 100) : null;
      return { status: 200, body: { data, meta: { next_cursor: next, has_more: next !== null } } };
    });

    expect(await lost()).toHaveLength(100);
    expect(await lost(turningOn)).toHaveLength(250);
  });

  test('that no row shows are an error in words, since nobody could tell what is in them', async () => {
    serve(api, rows(3, 0, 1, { status: null }));

    expect((await failureOf(lost())).message).toContain('does not say which status they are in');
  });
});

test('an estimate that does not say when it was created waits all the same', async () => {
  serve(api, rows(2, 4, 5, { status: 'viewed', created_at: null }));

  expect(await poll('estimate_awaiting_response', {})).toHaveLength(2);
});

describe('an API that does not sort as it is asked to', () => {
  const shuffled = (count: number): Item[] =>
    rows(count, 0, 300).map((row, index) => ({
      ...row,
      created_at: ago((index * 37) % 300),
      updated_at: ago((index * 41) % 300),
    }));

  test('but newest first by creation: a poll reads five pages, and the log says what may not be seen', async () => {
    serve(
      api,
      rows(900, 0.5, 300).map((row, index) => ({ ...row, updated_at: ago((index * 41) % 300) })),
    );

    expect(await lost()).toHaveLength(500);
    expect(logged()).toContain('the change of an old one may not be seen');
  });

  test('by the last change: what waits for days is read as a whole by every poll', async () => {
    const due = { status: 'sent', due_date: ago(3).slice(0, 10) };
    serve(api, [...rows(2, 1, 2, due), { ...rows(1, 3, 4, due)[0], updated_at: ago(0.5) }]);
    const again = (): Promise<Item[]> => poll('unpaid_invoice', {}, { zap: { id: 'one' } });

    expect(await again()).toHaveLength(3);
    expect(await again()).toHaveLength(3);
    expect(api.asked).toHaveLength(2);
  });

  test('and ignores the filter by status: what is read under the first one is taken for all', async () => {
    const due = { due_date: ago(3).slice(0, 10) };
    serve(
      api,
      rows(250, 0, 90, due).map((row, index) => ({ ...row, status: index % 50 === 0 ? 'viewed' : 'paid' })),
    );

    expect(await poll('unpaid_invoice', {})).toHaveLength(5);
    expect(api.asked).toHaveLength(4);
  });

  test('and refuses to: its default order is asked for', async () => {
    api.answersBy(({ query }) =>
      query.sort === undefined && query.order === undefined
        ? { status: 200, body: { data: rows(2, 0, 1), meta: { has_more: false } } }
        : { status: 400, body: { error: { code: 'invalid_query', message: 'Unknown sort' } } },
    );

    expect(await lost()).toHaveLength(2);
    expect(await clients()).toHaveLength(2);
  });

  test.each([
    ['oldest first', (): Item[] => rows(730, 0, 300).reverse()],
    ['in any order', (): Item[] => shuffled(730)],
  ])('but %s: a poll reads it to its end', async (_how, all) => {
    serve(api, all());

    expect(await clients()).not.toHaveLength(0);
    expect(api.asked).toHaveLength(8);
  });
});

test.each([
  ['lead_waiting', { status: 'new' }],
  ['estimate_awaiting_response', { status: 'sent' }],
  ['unpaid_invoice', { status: 'sent', balance_due: 5 }],
])('%s says so where no record says since when it waits', async (key, fields) => {
  serve(api, [{ id: 'r1', created_at: '03/06/2026 12:10 PM', ...fields }]);

  expect((await failureOf(poll(key, {}))).message).toContain('does not say how long they have waited');
});

test('a list in no order that was read to its end is not read again', async () => {
  const [newer, older] = rows(2, 0, 0.5, { status: 'scheduled', scheduled_date: ago(0).slice(0, 10) });
  serve(api, [older, newer]);

  expect(await poll('job_scheduled', {})).toHaveLength(2);
  expect(api.asked).toHaveLength(1);
});

test.each(['Partially Paid', 'past_due'])('an invoice that is %s is unpaid', async (status) => {
  serve(api, [{ id: 'i1', created_at: ago(5), due_date: ago(3).slice(0, 10), balance_due: 5, status }]);

  expect(await poll('unpaid_invoice', {})).toMatchObject([{ id: 'i1' }]);
});

test('what the API refuses a poll for is said in its own words', async () => {
  api.answers(402, { error: { code: 'payment_required', message: 'your trial has ended' } });

  expect((await failureOf(lost())).message).toBe(
    'CleanEstimate Pro refused the request. It says: Your trial has ended.',
  );
});
