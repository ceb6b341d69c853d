import { afterEach, expect, jest, test } from '@jest/globals';
import type { ZObject } from 'zapier-platform-core';
import App from '../../index.ts';
import { createPlatform, type RunConditions } from '../../workbench/platform.ts';

const hour = 3600;

/** Runs some work as the only action of an app. */
function inStep(work: (z: ZObject) => Promise<unknown>) {
  const operation = { perform: async (z: ZObject) => ({ id: 1, result: await work(z) }) };
  const app = { ...App, triggers: {}, searches: {}, searchOrCreates: {}, creates: { work: { operation } } };
  const platform = createPlatform(app, { api_key: 'key' });
  return (conditions?: RunConditions) => platform.run('creates.work.operation.perform', {}, conditions);
}

afterEach(() => {
  jest.restoreAllMocks();
});

test('a conditional set changes nothing when there is an entry, and says so', async () => {
  const run = inStep(async ({ cache }): Promise<unknown[]> => [
    await cache.set('slot', 'first', hour, undefined, true),
    await cache.set('slot', 'second', hour, undefined, true),
    await cache.get('slot'),
    await cache.set('slot', 'third', hour),
    await cache.get('slot'),
  ]);

  expect(await run()).toEqual({ id: 1, result: [true, false, 'first', true, 'third'] });
});

test('of two steps that set at once under a condition, one gets its way', async () => {
  const run = inStep(({ cache }) => cache.set('slot', 'mine', hour, undefined, true));

  expect(await Promise.all([run(), run()])).toEqual([
    { id: 1, result: true },
    { id: 1, result: false },
  ]);
});

test('an entry ends with its time, also for a conditional set, and one without a time stays', async () => {
  const run = inStep(async ({ cache }): Promise<unknown[]> => [
    await cache.set('slot', 'kept', hour),
    await cache.set('other', 'kept'),
    await later(hour - 1, () => cache.get('slot')),
    await later(hour, () => cache.get('slot')),
    await later(hour, () => cache.set('slot', 'new', hour, undefined, true)),
    await later(hour, () => cache.get('other')),
  ]);

  expect(await run()).toEqual({ id: 1, result: [true, true, 'kept', null, true, 'kept'] });
});

test('a step that Zapier ends has no result, and what was replaced in its z counts for it alone', async () => {
  const run = inStep(({ cache }) => cache.get('slot'));
  const hanging = { get: () => new Promise<never>(() => undefined) };
  const equip = (z: ZObject): ZObject => ({ ...z, cache: { ...z.cache, ...hanging } });

  const killed = Promise.reject(new Error('Ended after 30 seconds.'));
  await expect(run({ equip, killed })).rejects.toThrow('Ended after 30 seconds.');
  expect(await run()).toEqual({ id: 1, result: null });
});

async function later<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now + seconds * 1000);
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
}
