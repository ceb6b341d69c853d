import { expect, test } from '@jest/globals';
import { describeInBrowser, openPage } from './opened_page.ts';

describeInBrowser('the forms of operations', () => {
  const opened = openPage();
  const click = (name: string | RegExp): Promise<void> =>
    opened.page.getByRole('button', { name }).first().click();
  const result = (): Promise<string> => opened.page.locator('#result').innerText();

  test('what is typed is run on the app, and it is shown how it was read', async () => {
    await opened.go('operations/creates.create_lead');
    await opened.page.getByLabel('Customer Name').fill('Pat Doe');
    await opened.page.getByLabel('Customer Phone').fill('(704) 555-0199');
    await click('Run the action');

    expect(await result()).toMatch(/Customer Phone\s+\(704\) 555-0199\s+\+17045550199/);
    expect(opened.office.sandbox.recordsOf('leads', 'Pat Doe')).toHaveLength(1);
  });

  test('what is missing is said in a sentence, as Zapier shows it', async () => {
    await opened.go('operations/creates.create_lead');
    await click('Run the action');

    expect(await result()).toMatch(/Failed[^]*Missing: Customer Name\./);
  });

  test('a step that stops quietly is told from one that failed', async () => {
    await opened.go('operations/creates.create_lead');
    await opened.page.getByLabel('Unique Reference').fill('quote-1');
    for (const name of ['Ann One', 'Bob Two']) {
      await opened.page.getByLabel('Customer Name').fill(name);
      await click('Run the action');
      await opened.page.getByText(name === 'Ann One' ? 'What it gives' : 'was used before').waitFor();
    }

    expect(await result()).toMatch(/Stopped here, not an error[^]*This Unique Reference was used before/);
  });

  test('a dropdown of records opens, has a second page, and its choice fills the field in', async () => {
    await opened.go('operations/searches.find_client');
    await click('Choices of Client');
    const choices = opened.page.getByRole('group', { name: 'Choices of Client' }).getByRole('listitem');
    await choices.nth(99).waitFor();
    await click('Load more');
    await choices.nth(100).waitFor();
    await choices.nth(100).getByRole('button').click();

    const [id] = opened.office.sandbox.records('clients').slice(100);
    expect(await opened.page.getByRole('textbox', { name: 'Client', exact: true }).inputValue()).toBe(id?.id);
  });

  test('a dropdown is worked by the keyboard alone', async () => {
    await opened.go('operations/creates.create_job');
    const { page } = opened;
    await page.getByRole('button', { name: 'Choices of Service' }).focus();
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);

    const service = page.getByRole('textbox', { name: 'Service (required)' });
    expect(await service.inputValue()).toBe('roof_wash');
    expect(await page.evaluate('document.activeElement.id')).toBe(await service.getAttribute('id'));
  });

  test('line items are added line by line', async () => {
    await opened.go('operations/creates.create_estimate');
    await opened.page.getByLabel('Customer Name').fill('Lee Two Lines');
    for (const [index, service] of ['House Wash', 'Roof Wash'].entries()) {
      await click('Add a line of Services');
      await opened.page.getByRole('textbox', { name: 'Service', exact: false }).nth(index).fill(service);
      await opened.page.getByLabel('Square Feet').nth(index).fill('2,400');
    }
    await click('Run the action');

    await opened.page.locator('#result').waitFor();
    const [estimate] = opened.office.sandbox.recordsOf('estimates', 'Lee Two Lines');
    expect(estimate?.services).toMatchObject([
      { service_slug: 'house_wash', sqft: 2400 },
      { service_slug: 'roof_wash', sqft: 2400 },
    ]);
  });

  test('dynamic fields follow the field that alters them', async () => {
    await opened.go('operations/creates.add_note');
    await click('Choices of Record Type');
    await click('Job');

    await opened.page.getByRole('textbox', { name: 'Job', exact: false }).waitFor();
  });

  test('the requests are shown, and the key in none of them', async () => {
    await opened.go('operations/searches.find_lead');
    await click('Fill in an example');
    await click('Search');
    const requests = opened.page.locator('#result .requests');
    await requests.locator('summary').first().click();
    await requests.locator('summary').nth(1).click();

    expect(await requests.innerText()).toMatch(/GET \/leads[^]*authorization: Bearer ce_live_\w{8}_…/);
    expect(await opened.page.content()).not.toContain(opened.session.key);
  });
});
