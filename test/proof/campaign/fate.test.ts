import { describe, expect, test } from '@jest/globals';
import type { ZObject } from 'zapier-platform-core';
import App from '../../../index.ts';
import { drawClimate } from '../../../proof/campaign/climate.ts';
import { drawFate, stepHeader, underFate, type Fate } from '../../../proof/campaign/fate.ts';
import { randomOf } from '../../../proof/campaign/random.ts';
import { createPlatform } from '../../../workbench/platform.ts';
import { openOffice } from '../../support/office.ts';

const office = openOffice();

/** What a step does that remembers something, reads twice and remembers that. */
async function work({ cache, request }: ZObject): Promise<object> {
  await cache.set('slot', 'begun', 60).catch(() => undefined);
  for (const limit of [1, 2]) {
    const params = { limit };
    await request({ url: '/leads', params });
  }
  await cache.set('slot', 'done', 60).catch(() => undefined);
  return { id: 1 };
}

async function run(fate: Fate): Promise<{ end: unknown; left: string[]; slot: unknown; met: string[] }> {
  const operation = { perform: work };
  const app = { ...App, triggers: {}, searches: {}, searchOrCreates: {}, creates: { work: { operation } } };
  const platform = createPlatform(app, { api_key: office.sandbox.keys.live });
  const { conditions, met } = underFate(fate, '#1 write 1 try 1');
  const end = await platform
    .run('creates.work.operation.perform', {}, conditions)
    .catch((error: unknown) => String(error));
  // Whatever a run that was ended still does must not leave it.
  await new Promise((resolve) => setTimeout(resolve, 30));
  const { requests } = office.sandbox.journal();
  expect(requests.every(({ headers }) => headers[stepHeader] === '#1 write 1 try 1')).toBe(true);
  const left = requests.map(({ query }) => String(query.limit));
  return { end, left, slot: platform.cache.slot, met: [...met] };
}

const killed = 'KilledStep: Zapier ended the step after 30 seconds.';
const [begun, done] = ['"begun"', '"done"'];

test('a run that nothing happens to does everything', async () => {
  expect(await run({})).toEqual({ end: { id: 1 }, left: ['1', '2'], slot: done, met: [] });
});

describe('a run that Zapier ends', () => {
  test.each([
    ['before its first call of the cache', 0, 'before', [], undefined],
    ['after its first call of the cache', 0, 'done', [], begun],
    ['before its second request', 2, 'before', ['1'], begun],
    ['when its second request has left', 2, 'left', ['1', '2'], begun],
    ['when its second answer comes', 2, 'done', ['1', '2'], begun],
    ['after it had remembered how it went', 3, 'done', ['1', '2'], done],
  ] as const)('%s does nothing more', async (_when, at, when, left, slot) => {
    expect(await run({ killed: { at, when } })).toEqual({ end: killed, left, slot, met: ['killed'] });
  });

  test('later than it has ended, has not met its fate', async () => {
    expect(await run({ killed: { at: 4, when: 'done' } })).toMatchObject({ end: { id: 1 }, met: [] });
  });
});

describe('a single call of the cache', () => {
  test.each([
    ['fails', begun],
    ['hangs', begun],
    ['done', done],
  ] as const)('that %s is one error for the app, and the others work', async (how, slot) => {
    const met = ['cache_call_fails'];
    const expected = { end: { id: 1 }, left: ['1', '2'], slot, met };
    expect(await run({ cacheCall: { at: 1, how } })).toEqual(expected);
  });
});

test('fates are drawn where the climate allows them, and never for a late try', () => {
  const random = randomOf(1);
  const calm = drawClimate(random, []);
  const rough = { ...calm, killed: true, cacheCallFails: true };
  const drawn = Array.from({ length: 300 }, () => drawFate(random, rough, 0));
  expect(drawn.some(({ killed: end }) => end !== undefined)).toBe(true);
  expect(drawn.some(({ cacheCall }) => cacheCall !== undefined)).toBe(true);
  expect(Array.from({ length: 100 }, () => drawFate(random, calm, 0))).toEqual(Array(100).fill({}));
  expect(Array.from({ length: 100 }, () => drawFate(random, rough, 3))).toEqual(Array(100).fill({}));
});
