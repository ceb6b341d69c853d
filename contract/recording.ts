import App from '../index.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { startHookServer } from '../workbench/hook_server.ts';
import type { HookServer, RawRequest } from '../workbench/hook_server.ts';
import { createPlatform } from '../workbench/platform.ts';
import type { Platform } from '../workbench/platform.ts';
import type { Exchange } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { fillOffice, workInTheProduct } from './recorded_office.ts';
import { variantsOf } from './recorded_variants.ts';

/**
 * Runs every operation of the app once, with every field filled in, against a sandbox of its own: the connection
 * test, instant triggers from Zap on to Zap off with a real delivery, polls, dropdowns, actions and searches.
 * @returns the requests that the app made and what was answered
 * @throws Error when an operation fails
 */
export async function recordEveryOperation(): Promise<Exchange[]> {
  const sandbox = await startSandbox();
  const hooks = await startHookServer();
  const before = process.env.CEPRO_API_URL;
  process.env.CEPRO_API_URL = sandbox.url;
  try {
    const platform = createPlatform(App, { api_key: sandbox.keys.live });
    const ids = fillOffice(sandbox);
    await platform.run('authentication.test');
    const finish = await turnOn(platform, hooks);
    await runAll(platform, ids);
    await workInTheProduct(sandbox, ids);
    await sandbox.idle();
    await finish();
    return sandbox.journal().requests;
  } finally {
    if (before === undefined) delete process.env.CEPRO_API_URL;
    else process.env.CEPRO_API_URL = before;
    await hooks.close();
    await sandbox.close();
  }
}

async function turnOn(platform: Platform, hooks: HookServer): Promise<() => Promise<void>> {
  const triggers = Object.values(App.triggers).filter(({ operation }) => operation.type === 'hook');
  const zaps = triggers.map(({ key }) => {
    const arrived: RawRequest[] = [];
    const targetUrl = hooks.listen((request) => {
      arrived.push(request);
      return Promise.resolve();
    });
    return { operation: `triggers.${key}.operation`, arrived, targetUrl };
  });
  const subscriptions = new Map<string, unknown>();
  for (const { operation, targetUrl } of zaps) {
    const subscribed = await platform.run(`${operation}.performSubscribe`, { inputData: {}, targetUrl });
    subscriptions.set(operation, subscribed);
    await platform.run(`${operation}.performList`, { inputData: {} });
  }
  return async () => {
    for (const { operation, arrived, targetUrl } of zaps) {
      const bundle = { inputData: {}, targetUrl, subscribeData: subscriptions.get(operation) };
      const [rawRequest] = arrived;
      if (rawRequest === undefined) throw new Error(`Nothing was delivered to ${operation}.`);
      await platform.run(`${operation}.perform`, { ...bundle, rawRequest });
      await platform.run(`${operation}.performUnsubscribe`, bundle);
    }
  };
}

async function runAll(platform: Platform, ids: JsonObject): Promise<void> {
  const polls = Object.values(App.triggers).filter(({ operation }) => operation.type === 'polling');
  const steps = [
    ...polls.map(({ key, operation }) => ({ operation: `triggers.${key}`, sample: operation.sample })),
    ...Object.values(App.creates).map(({ key, operation }) => ({
      operation: `creates.${key}`,
      sample: operation.sample,
    })),
    ...Object.values(App.searches).map(({ key, operation }) => ({
      operation: `searches.${key}`,
      sample: operation.sample,
    })),
  ];
  for (const { operation, sample } of steps) {
    for (const inputData of await variantsOf(platform, operation, sample ?? {}, ids)) {
      // The second page of a list that has pages.
      await platform.run(`${operation}.operation.perform`, { inputData, meta: { page: 1 } });
    }
  }
}
