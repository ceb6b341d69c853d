import { beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { documented, people, person, serve, type Row, type WritePage } from '../support/served_list.ts';

/*
 * Who is there is found, and who is not there is told so only when everybody was looked at.
 */

const platform = createPlatform(App, { api_key: someKey });
const api = scriptedApi();
const find = (operation: string, inputData: Row): Promise<unknown> =>
  platform.run(`searches.${operation}.operation.perform`, { inputData });
const unknown = 'it is not known whether there is a match';
const nobody = { email: 'absent@example.com' };

describe('"not found" is only said when everybody was looked at', () => {
  test('however pages are cut and wrapped: the same is found, or an error says that nobody knows', async () => {
    const ways: Record<string, WritePage> = {
      documented,
      total: (data) => ({ data, meta: { total: 60 } }),
      bare: (data) => data,
      nested: (data, next) => ({
        result: { items: data, has_more: next !== undefined, next_cursor: next },
      }),
      'has_more only': (data, next) => ({
        clients: data,
        has_more: next !== undefined,
      }),
    };
    const rows = people(60);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(ways)),
        fc.constantFrom(7, 24, 25, 30, 50, 59, 60, 100),
        fc.integer({ min: 0, max: 60 }),
        async (way, cap, index) => {
          serve(api, rows, ways[way], { cap });
          const result = await find('find_client', { email: `person${index}@example.com` }).catch(String);
          const isUnknown = typeof result === 'string' && result.includes(unknown);
          const expected = index < 60 ? [expect.objectContaining({ id: `c${index}` })] : [];
          expect(isUnknown ? expected : result).toEqual(expected);
          // With the documented meta, or where either end meets the other, nobody has to say so.
          expect(isUnknown && (cap > 30 || way === 'documented' || way === 'nested')).toBe(false);
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  test('a cursor that comes again ends the search at once', async () => {
    serve(api, people(10), (data) => ({ data, meta: { has_more: true, next_cursor: 'again' } }));

    expect((await failureOf(find('find_client', nobody))).message).toContain(unknown);
    expect(api.asked.length).toBeLessThanOrEqual(2);
  });

  test('so it does where the page behind it is another one each time', async () => {
    let asked = 0;
    api.answersBy(() => ({
      status: 200,
      body: { data: [{ id: `c${(asked += 1)}` }], meta: { has_more: true, next_cursor: 'again' } },
    }));

    expect((await failureOf(find('find_client', nobody))).message).toContain(unknown);
    expect(asked).toBe(2);
  });

  test('a list that comes oldest first is read to its end for the newest match', async () => {
    const rows = people(150)
      .toReversed()
      .map((row) => ({ ...row, name: 'Ann Lee' }));
    serve(api, rows);

    expect(await find('find_client', { name: 'ann lee' })).toMatchObject([{ id: 'c0' }]);
  });

  test('a page that comes again under new cursors ends it, too', async () => {
    let cursor = 0;
    serve(api, people(10), (data) => ({ data, meta: { has_more: true, next_cursor: `c${(cursor += 1)}` } }));

    expect((await failureOf(find('find_client', nobody))).message).toContain(unknown);
    expect(api.asked).toHaveLength(2);
  });

  test('rows that cannot be read may be the one: not said, and no second client is made', async () => {
    serve(api, [...people(3), { name: 'No id' }]);

    expect((await failureOf(find('find_client', nobody))).message).toContain('cannot be read');
    const job = {
      customer_name: 'Ann',
      service_type: 'House Wash',
      scheduled_date: '2026-12-01',
      customer_email: 'absent@example.com',
    };
    const error = await failureOf(platform.run('creates.create_job.operation.perform', { inputData: job }));
    expect(error.message).toContain('cannot be read');
    expect(api.asked).toEqual(['GET /clients', 'GET /clients']);
  });

  test('rows that do not show what is compared say nothing, where the record itself shows it', async () => {
    const rows = people(3);
    serve(api, rows, (data, next) =>
      documented(
        data.map(({ id, status }) => ({ id, status })),
        next,
      ),
    );

    expect((await failureOf(find('find_client', nobody))).message).toContain('cannot be read');
  });

  test('a field that no client has is no riddle: nobody is there', async () => {
    serve(api, [{ id: 'c1', name: 'Ann', phone: '704-555-0123' }]);

    expect(await find('find_client', nobody)).toEqual([]);
  });

  const bare: WritePage = (data) => data;

  test('a list that says nothing of its end is whole where its other end meets it', async () => {
    serve(api, people(60), bare);

    expect(await find('find_client', nobody)).toEqual([]);
    expect(api.asked).toEqual(['GET /clients', 'GET /clients']);
  });

  test.each([
    ['60, where lists may be cut: nobody knows', 60, unknown],
    ['57, where no list is cut: nobody is there', 57, 'found []'],
  ])('of a list with one order only that ends at %s', async (_where, count, said) => {
    const body = { error: { message: 'No sort here' } };
    api.answersBy(({ query }) =>
      query.sort === undefined ? { status: 200, body: people(count) } : { status: 400, body },
    );
    const told = async (): Promise<string> =>
      find('find_client', nobody).then((found) => `found ${JSON.stringify(found)}`, String);

    expect(await told()).toContain(said);
    api.answersBy(() => ({ status: 200, body: people(count) }));
    expect(await told()).toContain(said);
  });

  test('a number of pages says that it is the only one', async () => {
    serve(api, people(60), (data) => ({ data, meta: { total_pages: 1 } }));

    expect(await find('find_client', nobody)).toEqual([]);
    expect(api.asked).toEqual(['GET /clients']);
  });

  test('who has the email is there, though the list does not come to its end', async () => {
    const past = person(0, { status: 'past' });
    serve(api, [past], (data) => ({ data, meta: { has_more: true, next_cursor: 'again' } }));

    expect(await find('find_client', { email: past.email })).toMatchObject([
      { id: 'c0', matched_on: 'email' },
    ]);
  });

  test('a list that cannot be sorted is read in its own order, and the newest match is given', async () => {
    const rows = people(5)
      .toReversed()
      .map((row) => ({ ...row, name: 'Ann Lee' }));
    api.answersBy(({ query }) =>
      query.sort === undefined
        ? { status: 200, body: documented(rows, undefined) }
        : { status: 422, body: { error: { message: 'No sort here' } } },
    );

    expect(await find('find_client', { name: 'ann lee' })).toMatchObject([{ id: 'c0' }]);
  });
});

describe('by an id', () => {
  beforeEach(() => {
    serve(api, people(3));
  });

  test.each([400, 404, 422])(
    'that is answered by %i, nobody is found where others can be read',
    async (status) => {
      serve(api, people(3), documented, { more: { '/clients/gone-1': { status } } });
      expect(await find('find_client', { client_id: 'gone-1' })).toEqual([]);
      expect(api.asked).toEqual(['GET /clients/gone-1', 'GET /clients', 'GET /clients/c0']);
    },
  );

  test('that is gone for good (410), nobody is found', async () => {
    serve(api, people(3), documented, { more: { '/clients/gone-1': { status: 410 } } });
    expect(await find('find_client', { client_id: 'gone-1' })).toEqual([]);
    expect(api.asked).toEqual(['GET /clients/gone-1']);
  });

  test.each([{}, { data: null }, { data: [] }, { message: 'No such route' }])(
    'that is answered by %j, nobody is called "not found"',
    async (body) => {
      api.answers(200, body);
      expect((await failureOf(find('find_client', { client_id: 'c1' }))).message).toContain('had a problem');
    },
  );

  test('the list is looked through where no record can be read, whatever the case of its letters', async () => {
    const rows = people(3);
    serve(api, rows, documented, {
      more: Object.fromEntries(['C1', 'c0', 'c1'].map((id) => [`/clients/${id}`, { status: 404 }])),
    });
    expect(await find('find_client', { client_id: 'C1' })).toMatchObject([{ id: 'c1', matched_on: 'id' }]);
  });
});
