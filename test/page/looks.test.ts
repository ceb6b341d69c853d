import { expect, test } from '@jest/globals';
import axe from 'axe-core';
import { describeInBrowser, openPage } from './opened_page.ts';

const rooms = [
  'operations',
  'operations/creates.create_estimate',
  'zaps',
  'zaps/build',
  'office',
  'office/jobs',
  'runs',
];

describeInBrowser('the looks of the page', () => {
  const opened = openPage();

  /** What hinders people in the room that is open, by axe's rules, each with where it is. */
  const hindrances = async (): Promise<string[]> => {
    const found: string = await opened.page.evaluate(`
      axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' ')))))`);
    const list: unknown = JSON.parse(found);
    return Array.isArray(list) ? list.map(String) : [found];
  };

  test.each(['light', 'dark'] as const)('nothing serious hinders anybody in any room, %s', async (theme) => {
    const page = await opened.tab({ colorScheme: theme });
    await opened.go('operations/creates.create_lead');
    await page.evaluate(axe.source);
    await page.getByRole('button', { name: 'Run the action' }).click();
    await page.locator('#result').waitFor();
    const found = [await hindrances()];
    for (const room of rooms) {
      await opened.go(room);
      await page.locator('main :is(h1, .card)').first().waitFor();
      found.push(await hindrances());
    }
    await opened.go('zaps');
    await page.getByRole('button', { name: /^Turn on: Website form/ }).click();
    await page.getByRole('button', { name: /^Send its form/ }).click();
    await opened.go('runs');
    await page.locator('.detail .state').waitFor();
    found.push(await hindrances());

    await opened.go('zaps');
    await page.getByRole('button', { name: /^Turn off/ }).click();
    await page.locator('.zap.on').waitFor({ state: 'detached' });
    expect(found.flat()).toEqual([]);
  });

  test('a record whose name is HTML shows as text, wherever it shows', async () => {
    const name = '<img src=x onerror=alert(1)>';
    opened.office.sandbox.seed('leads', 1, () => ({
      customer_name: name,
      created_at: '2099-01-01T00:00:00.000Z',
    }));
    await opened.go('office');
    await opened.page.getByText(name).waitFor();
    await opened.go('operations/creates.update_lead');
    await opened.page.getByRole('button', { name: 'Choices of Lead' }).click();
    await opened.page.getByRole('button', { name }).click();
    await opened.page.getByLabel('City').fill(name);
    await opened.page.getByRole('button', { name: 'Run the action' }).click();
    await opened.page.locator('#result').getByText(name).first().waitFor();

    expect(await opened.page.locator('img[src=x]').count()).toBe(0);
  });

  test('on a phone nothing is wider than the screen', async () => {
    const page = await opened.tab({ viewport: { width: 360, height: 740 } });
    for (const room of rooms) {
      await opened.go(room);
      await page.locator('main :is(h1, .card, nav)').filter({ visible: true }).first().waitFor();

      expect({
        room,
        wider: await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
      }).toEqual({
        room,
        wider: false,
      });
    }
  });

  test('the keyboard reaches the form, past a link that skips what stands before it', async () => {
    await opened.go('operations/creates.create_client');
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Enter');

    expect(await opened.page.evaluate('document.activeElement.id')).toBe('main');
  });
});
