import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { pageIn, recordIn } from '../../src/api/response.ts';

const clients = { noun: 'client', path: 'clients' };
const estimates = { noun: 'estimate', path: 'estimates' };
const ann = { id: 'c1', name: 'Ann Lee' };
const deep = (levels: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { inner: value };
  return value;
};

describe('a record is read', () => {
  test.each([
    ['bare', ann],
    ['under data', { data: ann }],
    ['under its noun', { client: ann }],
    ['under its resource', { clients: [ann] }],
    ['in a list of one', { data: [ann] }],
    ['in a bare list of one', [ann]],
    ['one wrapping deeper', { data: { client: ann } }],
    ['under result', { result: ann, success: true }],
    ['in an envelope with an id of its own', { id: 'request-1', data: ann }],
    ['beside an error that is none', { data: ann, error: null, errors: [] }],
    ['beside a list under its noun', { ...ann, client: [{ id: 'other' }] }],
    ['as JSON:API has it', { data: { id: 'c1', type: 'clients', attributes: { name: 'Ann Lee' } } }],
  ])('%s', (_where, body) => {
    expect(recordIn(body, clients)).toMatchObject(ann);
  });

  test.each([
    ['a number', { id: 7 }, '7'],
    ['a text with blanks', { id: ' c1 ' }, 'c1'],
    ['the noun', { client_id: 'c1' }, 'c1'],
    ['uuid', { uuid: 'c1' }, 'c1'],
    ['_id', { _id: 'c1' }, 'c1'],
    ['two names, but one id', { client_id: 'c1', uuid: 'c1' }, 'c1'],
    ['id before all others', { id: 'c1', uuid: 'u1', client_id: 'x1' }, 'c1'],
  ])('with its id under %s', (_what, fields, id) => {
    expect(recordIn({ data: { ...fields, name: 'Ann' } }, clients)?.id).toBe(id);
  });

  test('never out of what it holds itself', () => {
    const estimate = { id: 'e1', items: [{ id: 'line' }], item: { id: 'other' }, payload: { id: 'p1' } };
    expect(recordIn({ data: estimate }, estimates)?.id).toBe('e1');
    expect(recordIn({ customer_name: 'Ann', items: [{ id: 'line' }] }, estimates)).toBeUndefined();
    expect(recordIn({ created_at: 'now', data: { id: 'e1' } }, estimates)?.id).toBe('e1');
    expect(pageIn([estimate], 100, estimates)?.records).toEqual([estimate]);
    expect(pageIn([{ name: 'x', items: [{ id: 'line' }] }], 100, estimates)).toMatchObject({
      records: [],
      unreadable: 1,
    });
  });

  test('with its number, where that is called by its noun', () => {
    expect(recordIn({ id: 'e1', estimate_number: 'EST-1' }, estimates)?.number).toBe('EST-1');
    expect(recordIn({ id: 'e1', number: 'EST-1', estimate_number: 'EST-2' }, estimates)?.number).toBe(
      'EST-1',
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a list of two', [ann, ann]],
    ['an error', { errors: [{ id: 'c1' }] }],
    ['two ids of which either may be meant', { client_id: 'c1', uuid: 'u1' }],
    ["another record's id", { lead_id: 'l1' }],
    ['a number whose digits JSON lost', { id: 1e20 }],
    ['what goes too deep', { data: { ...ann, more: deep(5_000) } }],
    ['lists in lists in lists', [[[[[ann]]]]]],
  ])('but not out of %s', (_what, body) => {
    expect(recordIn(body, clients)).toBeUndefined();
  });
});

describe('a page is read', () => {
  test.each<[string, unknown, Record<string, unknown>]>([
    [
      'meta',
      { data: [ann], meta: { next_cursor: 'b', has_more: true } },
      { nextCursor: 'b', complete: false },
    ],
    ['has_more: false', { data: [ann], meta: { has_more: false, next_cursor: 'b' } }, { complete: true }],
    [
      'has_more: false before a total',
      { data: [ann], meta: { has_more: false, total: 5 } },
      { complete: true },
    ],
    ['has_more without a cursor', { data: [ann], meta: { has_more: true } }, { complete: false }],
    ['the same beside the list', { clients: [ann], has_more: 'true', next_cursor: 3 }, { nextCursor: '3' }],
    [
      'the same one deeper',
      { data: { clients: [ann], meta: { has_more: true, next_cursor: 'b' } } },
      { nextCursor: 'b' },
    ],
    [
      'the same under another name',
      { result: { items: [ann], pagination: { nextCursor: 'b' } } },
      { nextCursor: 'b' },
    ],
    ['a total', { data: [ann], meta: { total: 150 } }, { complete: false, total: 150 }],
    ['a total as text', { data: [ann], meta: { total_count: '1' } }, { complete: true, total: 1 }],
    [
      'a total against an empty cursor',
      { data: [ann], meta: { total: 2, next_cursor: null } },
      { complete: false },
    ],
    ['no next cursor', { data: [ann], meta: { next_cursor: null } }, { complete: true }],
    [
      'a link with a cursor',
      { data: [ann], links: { next: '/clients?limit=1&cursor=b%3D' } },
      { nextCursor: 'b=' },
    ],
    ['a link without one', { data: [ann], links: { next: '/clients?page=2' } }, { complete: false }],
    ['no link', { data: [ann], links: { next: null } }, { complete: true }],
    ['pages', { data: [ann], meta: { page: 1, total_pages: 6 } }, { complete: false }],
    ['the last page', { data: [ann], meta: { page: 6, total_pages: 6 } }, { complete: true }],
    ['nothing', { data: [ann] }, { complete: true, isGuess: true }],
  ])('with what it says of its end by %s', (_how, body, page) => {
    const read = pageIn(body, 100, clients);
    expect(read).toMatchObject({ ...page, records: [ann], unreadable: 0 });
    expect(read?.nextCursor).toBe(page.nextCursor);
  });

  test.each([0, 25, 50, 100])('of %i of a hundred without a word of its end', (length) => {
    const data = Array.from({ length }, (_, index) => ({ id: index }));
    expect(pageIn({ data }, 100, clients)?.complete).toBe(length === 0);
  });

  test.each([
    [undefined],
    [{ data: null }],
    [{ data: {} }],
    [{ data: [] }],
    [{ clients: null, message: 'No clients found' }],
    [{ data: null, meta: { total: 0 } }],
    [[]],
  ])('out of %j as one without records', (body) => {
    expect(pageIn(body, 100, clients)).toMatchObject({ records: [], unreadable: 0, complete: true });
  });

  test.each([
    [null],
    ['clients'],
    [{}],
    [{ warnings: [] }],
    [{ messages: [{ id: 1 }] }],
    [{ roles: ['admin'] }],
    [{ errors: ['boom'] }],
    [{ errors: [{ id: 'c1' }] }],
    [{ data: null, errors: ['boom'] }],
    [{ data: { success: false, clients: [] } }],
    [{ data: null, meta: { total: 3 } }],
    [{ data: null, has_more: true }],
    [{ data: null, message: 'Please log in' }],
    [{ data: ann }],
    [{ data: { id: 'e1', items: [ann] } }],
    [{ some: [ann], others: [ann] }],
  ])('but not out of %j', (body) => {
    expect(pageIn(body, 100, clients)).toBeUndefined();
  });

  test('but not out of what goes too deep', () => {
    expect(pageIn({ data: [{ ...ann, more: deep(5_000) }] }, 100, clients)).toBeUndefined();
  });

  test('with a count of the entries that are no records', () => {
    const data = [null, 'odd', {}, { name: 'Ann' }, { error: 'x' }, ann];
    expect(pageIn({ data }, 100, clients)).toMatchObject({ records: [ann], unreadable: 5 });
  });

  test('the same in whatever it is wrapped', () => {
    const rows = fc.array(fc.record({ id: fc.stringMatching(/^[a-z\d]{1,8}$/), name: fc.string() }), {
      minLength: 1,
      maxLength: 4,
    });
    const around = fc.array(fc.constantFrom('data', 'result', 'response', 'payload'), { maxLength: 2 });
    const name = fc.constantFrom('data', 'clients', 'items', 'results', 'records', 'rows');
    const row = fc.constantFrom('', 'client', 'data', 'record', 'node');
    const meta = fc.constantFrom('meta', 'pagination', '');
    fc.assert(
      fc.property(rows, around, name, row, meta, (records, outer, key, each, place) => {
        const list = records.map((record) => (each === '' ? record : { [each]: record }));
        const about = { has_more: true, next_cursor: 'next' };
        const inner: unknown = { [key]: list, ...(place === '' ? about : { [place]: about }) };
        const body = outer.reduce((wrapped, wrapping) => ({ [wrapping]: wrapped }), inner);
        expect(pageIn(body, 100, clients)).toEqual({
          records,
          nextCursor: 'next',
          complete: false,
          unreadable: 0,
        });
      }),
    );
  });

  test('or refused, and never with an error of its own, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (body) => {
        for (const record of pageIn(body, 100, clients)?.records ?? []) expect(record.id).not.toBe('');
        expect(recordIn(body, clients)?.id).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });
});
