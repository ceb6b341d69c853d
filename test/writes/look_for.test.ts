import { describe, expect, test } from '@jest/globals';
import { lead } from '../../src/records/lead.ts';
import { lookFor } from '../../src/writes/look_for.ts';
import type { Sight } from '../../src/writes/write_world.ts';
import { adHoc } from '../support/ad_hoc.ts';
import { movingClock } from '../support/moving_clock.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { documented, serve, type Row } from '../support/served_list.ts';

/*
 * What the newest records say about a write of which nobody knows how it ended.
 */

const api = scriptedApi();
const clock = movingClock();
const sinceMs = Date.parse('2026-03-20T14:00:00Z');
const body = { customer_name: 'Taylor Morgan', customer_email: 'taylor@example.com' };
const look = (): Promise<Sight> => adHoc((z) => lookFor(z, lead, body, sinceMs, []));
const lost = { event: 'the records cannot be seen' };
const none = { event: 'no record can be it' };

/** A lead of somebody, which came so many minutes after the write was sent. */
function came(id: string, minutes: number, fields: Row = body): Row {
  return { id, created_at: new Date(sinceMs + minutes * 60_000).toISOString(), ...fields };
}

describe('the record of a write', () => {
  test('is the one that came since, not an equal one that came before', async () => {
    serve(api, [came('l2', 1), came('l1', -5)]);

    expect(await look()).toMatchObject({ record: { id: 'l2' } });
  });

  test('is one that does not say when it came, where no other can be it', async () => {
    serve(api, [{ id: 'l1', ...body }]);

    expect(await look()).toMatchObject({ record: { id: 'l1' } });
  });

  test('may be any of several', async () => {
    serve(api, [came('l2', 1), came('l1', 1)]);

    expect(await look()).toEqual({ event: 'several records can be it' });
  });

  test('is none where all others are of other people, as far back as it can be', async () => {
    const others = Array.from({ length: 150 }, (_, index) =>
      came(`l${index}`, -index, { customer_email: `person${index}@example.com` }),
    );
    serve(api, others);

    expect(await look()).toEqual(none);
    expect(api.asked).toEqual(['GET /leads']);
  });
});

describe('records that do not say whose they are in the list', () => {
  /** A list of ids and moments alone; read by themselves, the records are these. */
  const thin = (rows: Row[]): void => {
    serve(api, rows, (page, next) =>
      documented(
        page.map(({ id, created_at }) => ({ id, created_at })),
        next,
      ),
    );
  };

  test('are read by themselves', async () => {
    thin([came('l2', 1), came('l1', 1, { customer_email: 'ann@example.com' })]);

    expect(await look()).toMatchObject({ record: { id: 'l2' } });
  });

  test.each([
    ['they do not say it then either', [came('l1', 1, {})]],
    ['there are more than five of them', [1, 2, 3, 4, 5, 6].map((minute) => came(`l${minute}`, -minute))],
  ])('leave it open where %s', async (_where, rows) => {
    thin(rows);

    expect(await look()).toEqual(lost);
  });

  test('leave it open where the list took all the time that there is', async () => {
    api.answersBy(() => {
      clock.move(24_000);
      return { status: 200, body: documented([{ id: 'l1' }]) };
    });

    expect(await look()).toEqual(lost);
    expect(api.asked).toEqual(['GET /leads']);
  });
});

describe('a list that cannot be read to its end leaves it open', () => {
  test.each([
    ['because it names no next page', [came('l1', 1, {})], { has_more: true }],
    ['because it names the same page again', [came('l1', 1, {})], { has_more: true, next_cursor: 'again' }],
    ['because a row cannot be read', ['no record', came('l1', 1, {})], { has_more: false }],
  ])('%s', async (_why, data, meta) => {
    api.answers(200, { data, meta });

    expect(await look()).toEqual(lost);
  });
});
