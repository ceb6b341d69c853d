import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Quirks, type Sandbox } from '../../sandbox/sandbox.ts';
import { ask, objectAt } from './client.ts';

describe('other ways to write answers', () => {
  const id = '00000000-0000-4000-8000-00000000000a';
  const at = '2026-03-20T10:00:00.000Z';
  let odd: Sandbox;
  beforeAll(async () => {
    odd = await startSandbox();
    odd.seed('jobs', 3, (index) => ({
      ...(index === 2 && { id }),
      customer_phone: '+17045550123',
      status: index === 2 ? 'en_route' : 'complete',
      number: `JOB-${1001 + index}`,
      notes: null,
      total: 432.5,
      created_at: at,
    }));
  });
  afterAll(() => odd.close());
  const asked = async (quirks: Quirks, path: string): Promise<unknown> => {
    odd.setQuirks(quirks);
    return (await ask(odd, 'GET', path)).body;
  };

  test.each<[Quirks, unknown]>([
    [{ recordsUnderNoun: true }, { job: expect.objectContaining({ id }) }],
    [{ singleInList: true }, { data: [expect.objectContaining({ id })] }],
    [{ nestedData: true }, { data: { job: expect.objectContaining({ id }) } }],
    [{ idsUnder: 'noun_id' }, { data: expect.objectContaining({ job_id: id }) }],
    [{ idsUnder: 'uuid' }, { data: expect.objectContaining({ uuid: id }) }],
    [{ numericIds: true }, { data: expect.objectContaining({ id: 0 }) }],
    [
      { numericTexts: true },
      { data: expect.objectContaining({ customer_phone: 17045550123, number: 1003 }) },
    ],
    [{ amountsAsTexts: true }, { data: expect.objectContaining({ total: '432.50' }) }],
    [{ numbersUnderNoun: true }, { data: expect.objectContaining({ job_number: 'JOB-1003' }) }],
    [{ withoutNulls: true }, { data: expect.not.objectContaining({ notes: null }) }],
    [{ epochDates: 'seconds' }, { data: expect.objectContaining({ created_at: Date.parse(at) / 1000 }) }],
    [{ epochDates: 'milliseconds' }, { data: expect.objectContaining({ created_at: Date.parse(at) }) }],
    [{ statusLabels: true }, { data: expect.objectContaining({ status: 'En Route' }) }],
  ])('%j', async (quirks, body) => {
    expect(await asked(quirks, `/jobs/${id}`)).toEqual(body);
  });

  test.each<[Quirks, unknown]>([
    [{ wrappedRows: true }, { data: [{ job: expect.objectContaining({ id }) }], meta: expect.anything() }],
    [{ nestedData: true }, { data: { jobs: [expect.objectContaining({ id })], meta: expect.anything() } }],
    [{ thinRows: true }, { data: [{ id, status: 'en_route' }], meta: expect.anything() }],
    [{ unreadableRows: true }, { data: ['A row', expect.objectContaining({ id })], meta: expect.anything() }],
    [{ rowsWithoutIds: true }, { data: [expect.not.objectContaining({ id })], meta: expect.anything() }],
    [{ listEnds: 'unsaid' }, { data: [expect.objectContaining({ id })] }],
    [{ listEnds: 'total' }, { data: [expect.objectContaining({ id })], meta: { total: 3 } }],
    [{ errorsInSuccess: true }, { data: null, errors: ['Try again'] }],
    [{ logInWord: true }, 'Log in'],
  ])('of a list: %j', async (quirks, body) => {
    expect(await asked(quirks, '/jobs?limit=1&sort=created_at')).toEqual(body);
  });

  test('listCap, repeatedCursor and cursorsOf: pages are cut short, come again, and expire', async () => {
    expect(await asked({ listCap: 2 }, '/jobs')).toMatchObject({
      data: { length: 2 },
      meta: { has_more: true },
    });
    const again = { data: [{ id }], meta: { next_cursor: 'again', has_more: true } };
    expect(await asked({ repeatedCursor: true }, '/jobs?limit=1&sort=created_at&cursor=again')).toMatchObject(
      again,
    );
    const page = await asked({ cursorsOf: 'monday' }, '/jobs?limit=1');
    const next = `/jobs?limit=1&cursor=${String(objectAt(page, 'meta').next_cursor)}`;
    expect(await asked({ cursorsOf: 'monday' }, next)).toHaveProperty('data.length', 1);
    expect(await asked({ cursorsOf: 'tuesday' }, next)).toMatchObject({ error: { code: 'expired_cursor' } });
  });

  test('refuseSort, ignoreSort and strictIds: what was asked for is refused or ignored', async () => {
    expect(await asked({ refuseSort: true }, '/jobs?sort=created_at')).toMatchObject({
      error: { code: 'unknown_sort' },
    });
    expect(await asked({ ignoreSort: 'oldest first' }, '/jobs?order=desc')).toMatchObject({
      data: [{ number: 'JOB-1001' }, {}, {}],
    });
    expect(await asked({ ignoreSort: 'newest first' }, '/jobs?sort=created_at&order=asc')).toHaveProperty(
      'data.length',
      3,
    );
    expect(await asked({ strictIds: true }, '/jobs/7')).toMatchObject({ error: { code: 'invalid_id' } });
  });

  test('emptyLists and byteOrderMark: an empty list and a text begin otherwise', async () => {
    expect(await asked({ emptyLists: 'null' }, '/leads')).toMatchObject({ data: null });
    expect(await asked({ emptyLists: 'object' }, '/leads')).toMatchObject({ data: {} });
    odd.setQuirks({ emptyLists: '204' });
    expect((await ask(odd, 'GET', '/leads')).status).toBe(204);
    odd.setQuirks({ byteOrderMark: true });
    const bytes = await (
      await fetch(`${odd.url}/leads`, { headers: { authorization: `Bearer ${odd.keys.live}` } })
    ).arrayBuffer();
    expect([...new Uint8Array(bytes).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
