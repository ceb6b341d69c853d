import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { impatiently } from '../support/impatiently.ts';
import { polls, rows, serve, turningOn } from '../support/polled_lists.ts';
import { scriptedApi, type ScriptedRequest } from '../support/scripted_api.ts';

const api = scriptedApi();
const { lost, clients, logged } = polls();
const stuck = 'does not go on behind a page, so this check may have missed some';

describe('a list that does not go on', () => {
  const first = rows(100, 0, 0.5);
  const page = (next: string | undefined, data = first) => ({
    data,
    meta: { has_more: true, next_cursor: next },
  });

  test.each([
    ['names the same cursor again', (): string => 'same'],
    [
      'goes round in a circle',
      (request: ScriptedRequest): string => (request.query.cursor === 'a' ? 'b' : 'a'),
    ],
    ['shows the same page under ever new cursors', (): string => String(Math.random())],
    ['is said to, but not how', (): undefined => undefined],
  ])('because it %s: an error in words, at once', async (_how, cursorOf) => {
    api.answersBy((request) => ({ status: 200, body: page(cursorOf(request)) }));

    expect((await failureOf(lost())).message).toContain(stuck);
    expect(api.asked.length).toBeLessThanOrEqual(3);
  });

  test('lets the Zap be turned on with what was read', async () => {
    api.answersBy(() => ({ status: 200, body: page('same') }));

    expect(await lost(turningOn)).toHaveLength(100);
    expect(logged()).toContain('Not all leads could be read');
  });

  test('or takes long: the Zap is turned on while time is left, but a poll fails', async () => {
    api.answersBy((request) => {
      const start = Number(request.query.cursor ?? 0);
      const until = Date.now() + 60;
      while (Date.now() < until);
      return { status: 200, body: page(String(start + 1), rows(100, start / 1_000, (start + 1) / 1_000)) };
    });

    expect((await impatiently(() => lost(turningOn), 1_150)).length).toBeGreaterThanOrEqual(100);
    expect(logged()).toContain('an old one that changes later may start it');
    expect((await impatiently(() => failureOf(lost()), 1_150)).message).toContain(
      'took too long to list its leads',
    );
  });

  test('because the API asks to slow down: the Zap is turned on, but a poll is held', async () => {
    api.answersBy(({ query }) =>
      query.cursor === undefined
        ? { status: 200, body: page('2') }
        : { status: 429, headers: { 'Retry-After': '7' } },
    );

    expect(await lost(turningOn)).toHaveLength(100);
    expect((await failureOf(lost())).name).toBe('ThrottledError');
  });

  test('for all that a short page without a cursor says, is at its end', async () => {
    api.answersBy(() => ({ status: 200, body: rows(20, 0, 0.5) }));

    expect(await lost()).toHaveLength(20);
  });

  test('with pages that are empty but for a cursor is read on', async () => {
    api.answersBy(({ query: { cursor } }) => ({
      status: 200,
      body:
        cursor === '3'
          ? { data: rows(2, 0, 1), meta: { has_more: false } }
          : page(String(Number(cursor ?? 0) + 1), []),
    }));

    expect(await lost()).toHaveLength(2);
  });
});

test('single rows that cannot be read are passed over, and the log says how many', async () => {
  serve(api, [...rows(98, 0, 0.5), 'no record', { name: 'no id' }, ...rows(20, 0.6, 0.8)]);

  expect(await lost()).toHaveLength(118);
  expect(logged()).toContain('2 of the leads listed could not be read.');
});

test('rows of which none can be read are not taken for an empty list', async () => {
  serve(api, ['no record', { name: 'no id' }]);

  expect((await failureOf(lost())).message).toContain('CleanEstimate Pro had a problem.');
});

test('clients without a date count as new', async () => {
  serve(api, rows(3, 0, 1, { created_at: null }));

  expect(await clients()).toHaveLength(3);
});

test.each([
  ['{"data": null}', 200, { data: null }],
  ['{"data": {}}', 200, { data: {} }],
  ['204', 204, ''],
])('an empty list may be written as %s', async (_how, status, body) => {
  api.answers(status, body);

  expect(await clients()).toEqual([]);
});
