import { afterAll, afterEach, beforeAll, beforeEach, describe } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Office } from '../../proof/office/office.ts';
import { chromiumPlace, launchChromium } from '../../workbench/page/chromium.ts';
import { servePage, type PageServer } from '../../workbench/page/server.ts';
import { openSession, type Session } from '../../workbench/page/session.ts';
import { withoutMemoryLimit } from '../support/memory.ts';

/** Describes tests that need a browser. Where there is none they are skipped, and it is said why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumPlace === undefined) {
    process.stderr.write(`Skipped, since there is no Chromium (apt-get install chromium): ${name}\n`);
    describe.skip(name, tests);
  } else describe(name, tests);
}

/** The page in a browser, on an office of its own. */
export class OpenedPage {
  #parts: { session: Session; server: PageServer; browser: Browser } | undefined;
  #page: Page | undefined;
  /** What the page itself complained of; a test fails when there is something. */
  complaints: string[] = [];

  /** Opens the page once for a file. With a key it works as on the real API. */
  async open(realKey?: string): Promise<void> {
    const session = await openSession(realKey);
    const server = await servePage(session, 0);
    const browser = await launchChromium();
    this.#parts = { session, server, browser };
  }

  async close(): Promise<void> {
    await this.#parts?.browser.close();
    await this.#parts?.server.close();
    await this.#parts?.session.close();
  }

  /** A fresh tab for a test. */
  async tab(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    await this.#page?.close();
    this.complaints = [];
    const page = await this.#opened().browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('dialog', (dialog) => {
      this.complaints.push(dialog.message());
      void dialog.dismiss();
    });
    this.#page = page;
    return page;
  }

  /** Goes to a room of the page, such as `zaps`. */
  async go(room: string): Promise<void> {
    await this.page.goto(`${this.url}/#/${room}`);
    await this.page.locator('main').waitFor();
  }

  get page(): Page {
    if (this.#page === undefined) throw new Error('No tab is open.');
    return this.#page;
  }

  get url(): string {
    return this.#opened().server.url;
  }

  get session(): Session {
    return this.#opened().session;
  }

  get office(): Office {
    const { office } = this.session;
    if (office === undefined) throw new Error('This page has no office.');
    return office;
  }

  #opened() {
    if (this.#parts === undefined) throw new Error('The page is not open.');
    return this.#parts;
  }
}

/** Opens the page for the tests of a file: each starts with a tab of its own, and without faults. */
export function openPage(): OpenedPage {
  const opened = new OpenedPage();
  beforeAll(() => opened.open());
  beforeEach(async () => {
    opened.office.sandbox.setFaults([]);
    await opened.tab();
  });
  afterEach(() => {
    if (opened.complaints.length > 0) throw new Error(`The page complained: ${opened.complaints.join('; ')}`);
  });
  afterAll(() => opened.close());
  withoutMemoryLimit();
  return opened;
}
