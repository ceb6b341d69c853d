import { expect, test } from '@jest/globals';
import { describeInBrowser, openPage } from './opened_page.ts';

describeInBrowser('Zaps on the page', () => {
  const opened = openPage();
  const click = (name: string | RegExp): Promise<void> =>
    opened.page.getByRole('button', { name }).first().click();
  const map = async (field: string, output: string, step = 1): Promise<void> => {
    await click(`Map into ${field}`);
    await opened.page
      .getByRole('group', { name: `What can be mapped into ${field}` })
      .getByRole('list')
      .nth(step - 1)
      .getByRole('button', { name: output })
      .first()
      .click();
  };
  /** Opens the newest run once it has come to this state, and returns its text. */
  const run = async (state: string): Promise<string> => {
    await opened.go('runs');
    await opened.page.locator('.detail .state', { hasText: state }).waitFor();
    return opened.page.locator('.detail').innerText();
  };
  const turnOffAll = async (): Promise<void> => {
    await opened.go('zaps');
    while ((await opened.page.getByRole('button', { name: /^Turn off/ }).count()) > 0) {
      const before = await opened.page.getByRole('button', { name: /^Turn off/ }).count();
      await click(/^Turn off/);
      await opened.page.locator(`.zap.on >> nth=${before - 1}`).waitFor({ state: 'detached' });
    }
  };
  const sendForm = async (name: string, notes: string): Promise<void> => {
    await opened.go('office');
    await opened.page.getByLabel('Customer Name').fill(name);
    await opened.page.getByLabel('Notes').fill(notes);
    await click('Send the form');
    await opened.page.getByText('The form became a lead.').waitFor();
  };

  test('New Lead → Create Client → Create Job is built by clicking, runs, and shows each step', async () => {
    await opened.go('zaps');
    await click('Build your own');
    await opened.page.getByLabel('Name', { exact: true }).fill('Mine');
    await opened.page.getByLabel('What starts it').selectOption('New Lead');
    await opened.page.getByLabel('Add a step').selectOption('Create Client');
    await map('Name', 'Customer Name');
    await map('Email', 'Customer Email');
    await opened.page.getByLabel('Add a step').selectOption('Create Job');
    await map('Client', 'ID', 2);
    await map('Customer Name', 'Customer Name');
    await opened.page.getByLabel('Service (required)').fill('House Wash');
    await map('Date', 'Notes');
    await click('Turn the Zap on');
    await opened.page.getByText('"Mine" is on.').waitFor();
    await sendForm('Kim Built', 'Friday, March 19, 2027 9-11am');

    const text = await run('Done');
    expect(text).toMatch(/1\. New Lead[^]*2\. Create Client[^]*3\. Create Job[^]*09:00:00/);
    expect(opened.office.sandbox.recordsOf('jobs', 'Kim Built')).toHaveLength(1);
    await turnOffAll();
  });

  test('a step that is throttled is held, and a replay runs it again from there', async () => {
    await opened.go('zaps');
    await click(/^Turn on: New Lead → Create Client/);
    opened.office.sandbox.setFaults([{ method: 'POST', path: '^/jobs', kind: 'throttle', retryAfter: '90' }]);
    await sendForm('Kim Waits', 'Friday, March 19, 2027 9-11am');
    expect(await run('Held')).toMatch(/Held: Zapier runs this step again[^]*It waits until/);

    opened.office.sandbox.setFaults([]);
    await click('Replay');

    expect(await run('Done')).toContain('Create Job');
    expect(opened.office.sandbox.recordsOf('clients', 'Kim Waits')).toHaveLength(1);
    expect(opened.office.sandbox.recordsOf('jobs', 'Kim Waits')).toHaveLength(1);
    await turnOffAll();
  });

  test('a polling trigger polls when asked, and starts the Zap for what is new', async () => {
    await opened.go('zaps');
    await click(/^Turn on: Unpaid invoice/);
    await click('Poll now');
    await opened.page.getByText('The last poll found nothing new.').waitFor();
    await click(/^Make it happen: Unpaid invoice/);

    expect(await run('Done')).toMatch(/Unpaid invoice/);
    await turnOffAll();
  });
});
