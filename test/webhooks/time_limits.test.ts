import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ZObject } from 'zapier-platform-core';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { openReceiver } from '../support/deliveries.ts';

/*
 * How long a delivery may take while everything hangs. Zapier stops a step after 30 s. Here requests may take a tenth of
 * their time: 2.5 s in place of 25. The 2.5 s after them in which the cache may still be asked are not shortened.
 */

const stepMs = 2_500;
const endingMs = 2_500;
const platformMs = 500;
let server: Server | undefined;
let putBack: (() => void) | undefined;
beforeAll(async () => {
  server = createServer(() => undefined);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  putBack = changeAppSettings({
    CEPRO_API_URL: `http://127.0.0.1:${address.port}/api/v1`,
    CEPRO_STEP_BUDGET_MS: String(stepMs),
    CEPRO_REQUEST_TIMEOUT_MS: '1200',
    CEPRO_RETRY_PAUSE_MS: '30',
  });
});
afterAll(() => {
  server?.close();
  putBack?.();
});
const { deliver } = openReceiver();

describe('while the API never answers', () => {
  const hang = (): Promise<never> => new Promise(() => undefined);
  type Cache = ZObject['cache'];

  test.each<[string, (cache: Cache) => Cache, boolean]>([
    ['a delivery is held', (cache) => cache, false],
    [
      'and the cache hangs, too, it fires with what it says',
      () => ({ get: hang, set: hang, delete: hang }),
      true,
    ],
    [
      'and the cache stops to take anything, it fires with what it says',
      (cache) => ({ ...cache, set: hang }),
      true,
    ],
  ])(
    '%s, in time',
    async (_what, change, fires) => {
      const began = performance.now();
      const run = deliver(
        {
          event: 'lead.created',
          timestamp: new Date().toISOString(),
          data: { lead_id: 'l1', status: 'new' },
        },
        {
          headers: { 'X-Webhook-ID': 'n1' },
          conditions: { equip: (z) => ({ ...z, cache: change(z.cache) }) },
        },
      );

      await (fires
        ? expect(run).resolves.toMatchObject([{ id: 'l1', customer_name: null }])
        : expect(run).rejects.toMatchObject({ name: 'ThrottledError' }));

      expect(performance.now() - began).toBeLessThan(stepMs + endingMs + platformMs);
    },
    15_000,
  );
});
