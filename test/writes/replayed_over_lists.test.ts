import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { movingClock } from '../support/moving_clock.ts';
import { scriptedApi, type ScriptedResponse } from '../support/scripted_api.ts';
import { serve, type Row, type WritePage } from '../support/served_list.ts';

/*
 * What a replay makes of the list of leads when the API has stored a failure for the lead: it takes one for its own, sends
 * the lead anew, or says that nobody knows.
 */

const clock = movingClock();
const platform = createPlatform(App, { api_key: someKey });
const api = scriptedApi();
const minuteMs = 60_000;

const form = { customer_name: 'Ann Lee', customer_email: 'ann@example.com', notes: 'Gate 4' };
const create = (): Promise<unknown> =>
  platform.run('creates.create_lead.operation.perform', { inputData: form });
const taken = (id: string): unknown => expect.objectContaining({ id });
const sentAnew = taken('anew');
const nobodyKnows = expect.stringContaining('may or may not have been saved');

/** A lead of the form, made so many minutes after the form was first sent. */
const lead = (id: string, minutes: number, fields: Row = {}): Row => ({
  ...form,
  id,
  created_at: minutes,
  ...fields,
});
const another = { customer_name: 'Bo Smith', customer_email: null };
const hidden = { customer_name: null, customer_email: null };
/** Leads of other people, each made a second before the one above it. */
const others = (count: number, minutes: number): Row[] =>
  Array.from({ length: count }, (_, index) => lead(`o${minutes} ${index}`, minutes - index / 60, another));

interface Way {
  write?: WritePage;
  /** What leads are like that are read by themselves; the others are like in the list. */
  alone?: Row[];
  more?: Record<string, ScriptedResponse>;
}

/** Sends the form, which fails, and once more after ten minutes, when the list has these rows. */
async function replayedOver(rows: Row[], { write, alone = [], more = {} }: Way = {}): Promise<unknown> {
  const sentMs = clock.now();
  const made = (row: Row): Row =>
    typeof row.created_at === 'number'
      ? { ...row, created_at: new Date(sentMs + row.created_at * minuteMs).toISOString() }
      : row;
  const crashed = { status: 500, body: { error: { code: 'crashed' } } };
  api.answersBy(() => crashed);
  await failureOf(create());
  clock.move(10 * minuteMs);
  api.asked.length = 0;
  const saved = { status: 201, body: { data: { id: 'anew' } } };
  const answersBy: typeof api.answersBy = (read) => {
    api.answersBy((request) => {
      if (request.method === 'GET') return read(request);
      return api.asked.includes('GET /leads') ? saved : crashed;
    });
  };
  const shown = alone.map((row): [string, ScriptedResponse] => [
    `/leads/${String(row.id)}`,
    { status: 200, body: { data: made(row) } },
  ]);
  serve({ ...api, answersBy }, rows.map(made), write, { more: { ...Object.fromEntries(shown), ...more } });
  return create().catch(String);
}
const pages = (): number => api.asked.filter((request) => request === 'GET /leads').length;
const singles = (): string[] => api.asked.filter((request) => request.startsWith('GET /leads/'));

describe('given a stored failure, a replay takes for its own', () => {
  test.each([
    ['the lead that came with it', [lead('l1', 0)]],
    ['one that a clock nearly ten minutes behind has made', [lead('l1', -9.9)]],
    ['the new one, not an equal one of before', [lead('l1', 0), lead('l0', -5)]],
    ['one of before, where none is newer', [...others(3, 1), lead('l1', -5)]],
    ['one without a moment', [lead('l1', 0, { created_at: null }), ...others(3, -20)]],
    ['one on the second page', [...others(120, 2), lead('l1', -1)]],
    [
      'one behind a lead without a moment',
      [lead('o', 0, { created_at: null, ...another }), ...others(120, -11), lead('l1', 0)],
    ],
    ['one at the end of a list that comes oldest first', [...others(120, -90).toReversed(), lead('l1', 0)]],
    [
      'one behind leads that were imported in one moment',
      [...others(120, -90).map((row) => ({ ...row, created_at: -90 })), lead('l1', 0)],
    ],
    [
      'one among leads in no order',
      [...others(30, -20), ...others(30, 1), ...others(60, -11), lead('l1', 0)],
    ],
  ])('%s', async (_which, rows) => {
    expect(await replayedOver(rows)).toEqual(taken('l1'));
  });

  test('one of five that only say whose they are when they are read by themselves', async () => {
    const whole = ['o1', 'o2', 'l1', 'o3', 'o4'].map((id) => lead(id, 0, id === 'l1' ? {} : another));
    const thin = whole.map((row) => ({ ...row, ...hidden }));

    expect(await replayedOver(thin, { alone: whole })).toEqual(taken('l1'));
  });
});

describe('given a stored failure, a replay sends the lead anew', () => {
  test.each([
    ['when nothing is there', []],
    ['when the leads are of others', others(3, 0)],
    ['when an equal lead was made more than ten minutes before', [lead('l0', -10.1)]],
  ])('%s', async (_when, rows) => {
    expect(await replayedOver(rows)).toEqual(sentAnew);
  });

  test('when a lead that hides its person is of another when it is read by itself', async () => {
    expect(await replayedOver([lead('o', 0, hidden)], { alone: [lead('o', 0, another)] })).toEqual(sentAnew);
  });

  test('without reading on behind what is too old', async () => {
    expect(await replayedOver([...others(50, 1), ...others(500, -11)])).toEqual(sentAnew);
    expect(pages()).toBe(1);
  });
});

describe('given a stored failure, nobody knows how it ended', () => {
  test.each([
    ['when two equal leads are new', [lead('l2', 1), lead('l1', 0)]],
    ['when two equal leads are old', [lead('l1', -5), lead('l2', -6)]],
    ['when a lead cannot be read', [{ no: 'id' }, ...others(3, 0)]],
    ['when a lead hides its person, by itself too', [lead('l1', 0, hidden), ...others(3, 0)]],
  ])('%s', async (_when, rows) => {
    expect(await replayedOver(rows)).toEqual(nobodyKnows);
  });

  test('when a lead hides its person, and is not shown by itself', async () => {
    const more = { '/leads/l1': { status: 403 } };

    expect(await replayedOver([lead('l1', 0, hidden)], { more })).toEqual(nobodyKnows);
  });

  test('when one of two that hide their people is of another', async () => {
    const rows = [lead('l1', 0, hidden), lead('o', 0, hidden)];

    expect(await replayedOver(rows, { alone: [lead('o', 0, another)] })).toEqual(nobodyKnows);
  });

  test('when more than five leads hide their people, of which none is read', async () => {
    expect(await replayedOver(others(6, 0).map((row) => ({ ...row, ...hidden })))).toEqual(nobodyKnows);
    expect(singles()).toEqual([]);
  });

  test.each<[string, WritePage]>([
    ['has a next page, and does not say where', (data) => ({ data, meta: { has_more: true } })],
    ['begins again on each page', (data) => ({ data, meta: { has_more: true, next_cursor: '1' } })],
  ])('when the list %s', async (_how, write) => {
    expect(await replayedOver(others(3, 0), { write })).toEqual(nobodyKnows);
    expect(pages()).toBeLessThanOrEqual(2);
  });

  test('when the list is kept from the key', async () => {
    expect(await replayedOver([], { more: { '/leads': { status: 403 } } })).toEqual(nobodyKnows);
  });
});
