import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as zod from 'zod';
import { packageOwnApp, type PackagedApp } from '../../proof/bench/packaged_app.ts';
import { runNode } from '../../proof/run_node.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { temporaryFolder } from '../../proof/temporary_folder.ts';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { leadForm } from '../../proof/office/forms.ts';

// Runs steps of the unpacked app through its wrapper, in a process that knows nothing of this project, and says which
// files of the app were loaded by then.
const runner = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => {
  if (/dist\\/[^/]*$/.test(url)) loaded.push(url.split('/').pop());
  return next(url, context);
} });
const { handler } = await import('./zapierwrapper.js');
const told = [];
for (const event of JSON.parse(process.argv[2])) {
  const { results } = await handler({ command: 'execute', calledFromCli: true, ...event });
  told.push({ results, loaded: [...loaded] });
}
process.stdout.write('\\n' + JSON.stringify(told));
`;

const toldSchema = zod.array(zod.object({ results: zod.unknown(), loaded: zod.array(zod.string()) }));

describe('the zip that goes to Zapier', () => {
  const workshop = temporaryFolder('package');
  let app: PackagedApp;
  let sandbox: Sandbox;
  let putBack: () => void;

  beforeAll(async () => {
    [sandbox, app] = await Promise.all([
      startSandbox(),
      packageOwnApp(process.cwd(), path.join(workshop.path, 'app')),
    ]);
    putBack = changeAppSettings({ CEPRO_API_URL: sandbox.url });
    writeFileSync(path.join(app.directory, 'runner.mjs'), runner);
  }, 60_000);

  afterAll(async () => {
    await sandbox.close();
    workshop.remove();
    putBack();
  });

  async function run(
    ...steps: { method: string; inputData: object }[]
  ): Promise<zod.output<typeof toldSchema>> {
    const bundles = steps.map(({ method, inputData }) => ({
      method,
      bundle: { inputData, meta: {}, authData: { api_key: sandbox.keys.live } },
    }));
    const stdout = await runNode(['runner.mjs', JSON.stringify(bundles)], app.directory, app.temporary);
    return toldSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  }

  test('holds the bundle, its chunks and the platform', () => {
    const dist = app.files.filter((file) => file.startsWith('dist/'));

    const code = dist.map((file) => readFileSync(path.join(app.directory, file), 'utf8')).join();
    const chunks = dist.filter((file) => file !== 'dist/index.js').map((file) => path.basename(file));

    expect(dist).toContain('dist/index.js');
    // Each chunk is one that the bundle loads: none was left there by an earlier build.
    expect(chunks.filter((chunk) => !code.includes(chunk))).toEqual([]);
    expect(app.files.some((file) => file.startsWith('node_modules/zapier-platform-core/src/'))).toBe(true);
  });

  test('brings nothing along but what it needs to run', () => {
    const own = app.files.filter((file) => !/^(node_modules|dist)\//.test(file));

    expect(own.sort()).toEqual(['definition.json', 'package.json', 'zapierwrapper.js']);
  });

  test('runs a trigger and an action out of the zip, and loads the phone library for the first number only', async () => {
    const { customer_phone, ...form } = leadForm;
    const method = 'creates.create_lead.operation.perform';

    const [before, listed, created] = await run(
      { method, inputData: form },
      { method: 'triggers.new_lead.operation.performList', inputData: {} },
      { method, inputData: { ...form, customer_phone } },
    );

    expect(before?.results).toMatchObject({ customer_name: 'Taylor Morgan', customer_phone: null });
    expect(listed?.results).toMatchObject([{ customer_name: 'Taylor Morgan' }]);
    expect(created?.results).toMatchObject({ customer_phone: '+17045550123', state: 'NC' });
    expect(sandbox.records('leads')).toHaveLength(2);
    expect(listed?.loaded.some((file) => file.startsWith('phone_library-'))).toBe(false);
    expect(created?.loaded.some((file) => file.startsWith('phone_library-'))).toBe(true);
  }, 20_000);
});
