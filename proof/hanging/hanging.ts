import App from '../../index.ts';
import { command, readOptions } from '../../command_line/command.ts';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { table } from '../table.ts';
import { startHangingApi } from './hanging_api.ts';
import { hangingSteps } from './hanging_steps.ts';

const usage = {
  call: 'npm run hanging -- [options]',
  about: `Runs a step of every operation while the API and Zapier's cache let everything hang, and tells how long each takes.
Ends with 1 when one takes longer than 28 s: Zapier stops a step after 30 s.`,
  options: [
    ['--hurried', 'with a twentieth of the time limits: shows that it works; its figures say little'],
  ],
} as const;

const mostMs = 28_000;
const someKey = 'ce_live_1a2b3c4d_123456789012345678901234';
const never = (): Promise<never> => new Promise(() => undefined);

/** `npm run hanging`: how long a step takes when nothing answers. */
export const hanging = command(usage, async (args, { stdout }) => {
  const { hurried = false } = readOptions(args, { hurried: { type: 'boolean' } });
  const api = await startHangingApi();
  const putBack = changeAppSettings({
    CEPRO_API_URL: api.url,
    ...(hurried && { CEPRO_REQUEST_TIMEOUT_MS: '600', CEPRO_STEP_BUDGET_MS: '1250' }),
  });
  const log: unknown = Reflect.get(globalThis.console, 'log');
  Reflect.set(globalThis.console, 'log', () => undefined);
  try {
    const rows = await Promise.all(
      hangingSteps().map(async ({ name, method, bundle }) => {
        const platform = createPlatform(App, { api_key: someKey });
        const began = performance.now();
        const how = await platform
          .run(method, bundle, { equip: (z) => ({ ...z, cache: { get: never, set: never, delete: never } }) })
          .then(
            (result) => (Array.isArray(result) ? `${result.length} items` : 'a result'),
            (error: unknown) => String(error).replace(/^\w+: /, ''),
          );
        return { name, tookMs: performance.now() - began, how };
      }),
    );
    const worst = Math.max(...rows.map(({ tookMs }) => tookMs));
    const shown = rows.map(({ name, tookMs, how }) => [name, Number((tookMs / 1000).toFixed(1)), how]);
    stdout.write(
      `${table(['step', 's', 'how it ended'], shown)}\n\nThe longest took ${(worst / 1000).toFixed(1)} s.\n`,
    );
    return worst > mostMs ? 1 : 0;
  } finally {
    Reflect.set(globalThis.console, 'log', log);
    putBack();
    await api.close();
  }
});
