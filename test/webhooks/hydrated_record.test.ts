import { describe, expect, test } from '@jest/globals';
import { lead } from '../../src/records/lead.ts';
import { openReceiver } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * Where the record of a delivery comes from.
 */

const api = scriptedApi();
const { deliver } = openReceiver();
const event = 'lead.created';
const whole = { ...lead.fixture, id: 'l1' };
const thin = { event, data: { lead_id: 'l1', status: 'lost' } };
const ofLead = { ...whole, status: 'lost' };
const nothingRead = { id: 'l1', status: 'lost', customer_name: null, created_at: null };

/** Answers reads by id with these statuses in turn, the last one ever after; lists have the lead. */
function answerReads(...statuses: number[]): void {
  let reads = 0;
  api.answersBy(({ path }) => {
    if (path === '/leads') return { status: 200, body: { data: [{ ...whole, id: 'l0' }, whole] } };
    const status = statuses[Math.min(reads, statuses.length - 1)] ?? 500;
    reads += 1;
    return { status, body: { data: whole } };
  });
}

describe('a delivery', () => {
  test.each<[string, number[], string[]]>([
    ['is read by its id', [200], ['GET /leads/l1']],
    [
      'that a copy of the database does not know yet is read a moment later',
      [404, 200],
      ['GET /leads/l1', 'GET /leads/l1'],
    ],
    [
      'is found in the list when nothing is read by id (404)',
      [404],
      ['GET /leads/l1', 'GET /leads/l1', 'GET /leads'],
    ],
    ['is found in the list when nothing is read by id (405)', [405], ['GET /leads/l1', 'GET /leads']],
    [
      'is found in the list when nothing is read by id (501)',
      [501],
      ['GET /leads/l1', 'GET /leads/l1', 'GET /leads'],
    ],
  ])('%s', async (_what, statuses, asked) => {
    answerReads(...statuses);

    expect(await deliver(thin)).toMatchObject([ofLead]);
    expect(api.asked).toEqual(asked);
  });

  test('that says who, when and how to reach them, but not all, is read', async () => {
    const { id, customer_name, customer_email, created_at } = whole;
    answerReads(200);

    expect(await deliver({ event, data: { id, customer_name, customer_email, created_at } })).toMatchObject([
      { city: whole.city },
    ]);
    expect(api.asked).toEqual(['GET /leads/l1']);
  });

  test.each([404, 405])(
    'after one whose read ended with %d asks the list first, for an hour',
    async (status) => {
      answerReads(status);
      await deliver(thin);
      api.asked.length = 0;

      expect(await deliver({ event, data: { lead_id: 'l0' } })).toMatchObject([
        { id: 'l0', customer_name: 'Taylor Morgan' },
      ]);
      expect(api.asked).toEqual(['GET /leads']);
      // Not in the newest page: then it may still be read by id.
      expect(await deliver({ event, data: { lead_id: 'l9' } })).toMatchObject([
        { id: 'l9', customer_name: null },
      ]);
      expect(api.asked).toEqual(['GET /leads', 'GET /leads', 'GET /leads/l9']);
    },
  );

  test('of a record that is gone leaves no memory: the next one is read by id', async () => {
    answerReads(404, 404, 200);

    expect(await deliver({ event, data: { lead_id: 'gone' } })).toMatchObject([
      { id: 'gone', customer_name: null },
    ]);
    api.asked.length = 0;
    expect(await deliver(thin)).toMatchObject([ofLead]);
    expect(api.asked).toEqual(['GET /leads/l1']);
  });

  test('of a record that the memory sends to the list is read by id again when it is not there', async () => {
    answerReads(405, 200);
    await deliver({ event, data: { lead_id: 'l0' } });
    api.answersBy(({ path }) => ({ status: 200, body: path === '/leads' ? [] : whole }));

    expect(await deliver(thin)).toMatchObject([ofLead]);
  });

  test('looks at the list by the last change, else by creation, else as it comes', async () => {
    const asked: unknown[] = [];
    api.answersBy(({ path, query }) => {
      if (path !== '/leads') return { status: 405 };
      asked.push([query.sort, query.order]);
      return 'sort' in query ? { status: 422 } : { status: 200, body: [whole] };
    });

    expect(await deliver(thin)).toMatchObject([ofLead]);
    expect(asked).toEqual([
      ['updated_at', 'desc'],
      ['created_at', 'desc'],
      [undefined, undefined],
    ]);
  });

  test.each([403, 404, 422])(
    'fires with what it says when the list, too, is refused with %d',
    async (status) => {
      api.answersBy(({ path }) => ({ status: path === '/leads' ? status : 405 }));

      expect(await deliver(thin)).toMatchObject([nothingRead]);
    },
  );

  test.each([400, 402, 403, 409, 410, 414, 422, 451])(
    'fires with what it says when the read is refused with %d',
    async (status) => {
      api.answers(status, { error: { code: 'no', message: 'no' } });

      expect(await deliver(thin)).toMatchObject([nothingRead]);
      expect(api.asked).toEqual(['GET /leads/l1']);
    },
  );

  test.each([500, 502, 503, 429, 408, 200, 204])(
    'waits once, then fires with what it says, when reading ends with %d',
    async (status) => {
      api.answers(status);

      await expect(deliver(thin)).rejects.toMatchObject({ name: 'ThrottledError' });
      expect(await deliver(thin)).toMatchObject([nothingRead]);
      expect(await deliver(thin)).toEqual([]);
    },
  );

  test('is held while the API does not accept the key, until somebody connects again', async () => {
    api.answers(401);

    await expect(deliver(thin)).rejects.toMatchObject({ name: 'ExpiredAuthError' });
  });

  test('does not take an answer about another record for its own', async () => {
    api.answersBy(({ path }) => ({ status: 200, body: path === '/leads' ? [] : { ...whole, id: 'l2' } }));

    expect(await deliver(thin)).toMatchObject([nothingRead]);
  });

  test('takes an answer whose id is written in another way', async () => {
    api.answers(200, { ...whole, id: 'row 7', lead_id: 'L1' });

    expect(await deliver(thin)).toMatchObject([ofLead]);
  });
});
