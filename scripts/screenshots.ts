import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { command, readOptions } from '../command_line/command.ts';
import { runAsProcess } from '../command_line/run_as_process.ts';
import { launchChromium } from '../workbench/page/chromium.ts';
import { servePage } from '../workbench/page/server.ts';
import { openSession } from '../workbench/page/session.ts';

const folder = 'docs/pictures';
const usage = {
  call: 'npm run screenshots',
  about: `Takes the pictures of the docs anew, in ${folder}: of the page, in the Chromium of this machine.`,
};

/** A picture: what is done before it is taken, and how large it is. */
interface Picture {
  name: string;
  size: [width: number, height: number];
  dark?: boolean;
  pose: (page: Page, go: (room: string) => Promise<void>) => Promise<void>;
}

const desk: Picture['size'] = [1120, 760];
const phone: Picture['size'] = [390, 760];

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const pictures: readonly Picture[] = [
  {
    name: 'form',
    size: desk,
    pose: async (page, go) => {
      await go('operations/creates.create_job');
      await page.getByLabel('Customer Name').fill('Taylor Morgan');
      await press(page, 'Choices of Service');
      await press(page, 'House Wash');
      await page.getByLabel('Customer Phone').fill('704 555 0123 call after 5');
      await page.getByLabel('Date (required)').fill('Friday, March 19, 2027 9-11am');
      await page.evaluate('scrollTo(0, 0)');
    },
  },
  {
    name: 'zaps',
    size: desk,
    pose: async (page, go) => {
      await go('zaps');
      await press(page, /^Turn on: New Lead → Create Client/);
      await press(page, /^Turn on: Website form/);
      await page.locator('.zap.on').nth(1).waitFor();
    },
  },
  {
    name: 'first-zap',
    size: [1120, 900],
    pose: async (page, go) => {
      await go('zaps');
      await press(page, /^Open: Website form/);
      await press(page, 'Map into Customer Phone');
    },
  },
  {
    name: 'office',
    size: desk,
    pose: async (page, go) => {
      await go('office');
      await page.getByRole('button', { name: 'Send the form' }).click();
      await page.getByText('The form went to').waitFor();
      await page.evaluate('scrollTo(0, 0)');
    },
  },
  {
    name: 'run',
    size: desk,
    pose: async (page, go) => {
      await go('runs');
      await page.locator('.list a', { hasText: 'Create Job' }).first().click();
      await page.locator('.detail .state', { hasText: 'Done' }).waitFor();
      await page.locator('.steps h2', { hasText: 'Create Job' }).waitFor();
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    },
  },
  {
    name: 'run-dark',
    size: [1120, 900],
    dark: true,
    pose: async (page, go) => {
      await go('runs');
      await page.locator('.list a', { hasText: 'Create Job' }).first().click();
      await page.locator('.steps h2', { hasText: 'Create Job' }).waitFor();
    },
  },
  {
    name: 'error',
    size: [1120, 520],
    pose: async (page, go) => {
      await go('operations/creates.create_client');
      await page.getByLabel('Name (required)').fill('Taylor Morgan');
      await page.getByLabel('State').fill('Carolina');
      await press(page, 'Run the action');
      await page.locator('#result').waitFor();
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    },
  },
  {
    name: 'logo',
    size: [256, 256],
    pose: async (page) => {
      await page.setContent(`<body style="margin:0">${readFileSync(`${folder}/logo.svg`, 'utf8')}</body>`);
    },
  },
  {
    name: 'phone',
    size: phone,
    pose: async (page, go) => {
      await go('zaps');
      await page.locator('.zap.on').first().waitFor();
    },
  },
];

const screenshots = command(usage, async (args, { stdout }) => {
  readOptions(args, {});
  mkdirSync(folder, { recursive: true });
  const session = await openSession();
  const server = await servePage(session, 0);
  const browser = await launchChromium();
  try {
    for (const { name, size, dark = false, pose } of pictures) {
      const [width, height] = size;
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        // Else the page's own policy would keep the notice from being hidden.
        bypassCSP: true,
      });
      await pose(page, async (room) => {
        await page.goto(`${server.url}/#/${room}`);
        await page.locator('main').waitFor();
      });
      await page.evaluate('document.fonts.ready');
      await page.screenshot({
        path: `${folder}/${name}.png`,
        style: '.notice { visibility: hidden }',
        omitBackground: true,
      });
      await page.close();
      stdout.write(`${folder}/${name}.png\n`);
    }
    return 0;
  } finally {
    await browser.close();
    await server.close();
    await session.close();
  }
});

await runAsProcess(screenshots);
