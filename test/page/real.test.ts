import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { changeAppSettings } from '../../workbench/app_settings.ts';
import { withoutMemoryLimit } from '../support/memory.ts';
import { describeInBrowser, OpenedPage } from './opened_page.ts';

describeInBrowser('the page on the real API, here another sandbox', () => {
  const opened = new OpenedPage();
  let sandbox: Sandbox;
  let putBack: () => void;
  beforeAll(async () => {
    sandbox = await startSandbox();
    putBack = changeAppSettings({ CEPRO_API_URL: sandbox.url });
    await opened.open(sandbox.keys.live);
  });
  beforeEach(() => opened.tab());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });
  afterAll(async () => {
    await opened.close();
    putBack();
    await sandbox.close();
  });
  withoutMemoryLimit();
  const click = (name: string | RegExp): Promise<void> =>
    opened.page.getByRole('button', { name }).first().click();

  test('a write asks first, and is not done without a yes', async () => {
    await opened.go('operations/creates.create_lead');
    await opened.page.getByText('real account').waitFor();
    await opened.page.getByLabel('Customer Name').fill('Real One');
    await click('Run the action');
    await click('Do not write');
    expect(sandbox.records('leads')).toEqual([]);

    await click('Run the action');
    await click('Write it');
    await opened.page.locator('#result').waitFor();
    expect(sandbox.records('leads')).toHaveLength(1);
  });

  test('an instant trigger says that it needs a public address, a polling one can be on', async () => {
    await opened.go('zaps');
    await click(/^Turn on: New lead → message/);
    await opened.page.getByText('needs a public address').waitFor();
    await click(/^Turn on: Unpaid invoice/);
    await opened.page.getByRole('button', { name: /^Turn off: Unpaid invoice/ }).waitFor();
  });

  test('the office is the real one, and is left alone', async () => {
    await opened.go('office');

    await opened.page.getByRole('heading', { name: 'Your office is the real one' }).waitFor();
  });
});
