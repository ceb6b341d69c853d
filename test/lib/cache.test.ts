import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import App from '../../index.ts';
import { leadForm } from '../../proof/office/forms.ts';
import { cacheOf } from '../../src/lib/cache.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { adHoc } from '../support/ad_hoc.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
let log: { mock: { calls: unknown[] }; mockRestore: () => void };
beforeEach(() => {
  log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  log.mockRestore();
  jest.useRealTimers();
});

describe("when Zapier's cache fails", () => {
  const failing = new Proxy<Record<string, unknown>>(
    {},
    {
      has: () => {
        throw new Error('The cache is down.');
      },
      set: () => {
        throw new Error('The cache is down.');
      },
    },
  );

  test('a lead is written all the same, and the log says what may be lost', async () => {
    const platform = createPlatform(App, { api_key: office.sandbox.keys.live }, failing);

    const lead = await platform.run('creates.create_lead.operation.perform', { inputData: leadForm });

    expect(lead).toHaveProperty('id');
    expect(String(log.mock.calls)).toContain(
      'a replay of this write may not be recognized. Error: The cache is down.',
    );
  });
});

test('a cache that hangs is not waited for longer than two seconds, and the log says what that means', async () => {
  let settled = false;
  const read = adHoc(async (z) => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const cache = { ...z.cache, get: () => new Promise(() => undefined) };
    const found = cacheOf(Object.assign({}, z, { cache }), 'a double click may be two').get('slot');
    void found.then(() => (settled = true));
    await jest.advanceTimersByTimeAsync(1_900);
    expect(settled).toBe(false);
    await jest.advanceTimersByTimeAsync(100);
    jest.useRealTimers();
    return found;
  });

  expect(await read).toBeUndefined();
  expect(settled).toBe(true);
  expect(String(log.mock.calls)).toContain('a double click may be two. Error: It took too long.');
});
