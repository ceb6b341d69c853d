import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ask, listAt } from '../sandbox/client.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { failureOf } from '../support/failure.ts';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';
import { deliver } from './tour.ts';

const office = openOffice();
let records: Records;
beforeEach(async () => {
  records = await fillOffice(office);
  office.sandbox.clearJournal();
});

describe('when lists are bare', () => {
  const nobody = { customer_email: 'nobody@example.com' };

  beforeEach(() => {
    const missing = 100 - office.sandbox.records('leads').length;
    if (missing > 0) office.sandbox.seed('leads', missing);
    office.sandbox.setQuirks({ bareAnswers: true });
  });

  test('a full page may not be the last: a search says that it cannot know, instead of "not found"', async () => {
    const error = await failureOf(office.search('find_lead', nobody));

    expect(error.message).toContain('it is not known whether there is a match');
    expect(office.requests()).toEqual(['GET /leads']);
  });

  test('what is on that page is found all the same', async () => {
    const { id, customer_email } = office.sandbox.records('leads')[0] ?? {};
    expect(await office.search('find_lead', { customer_email })).toMatchObject([{ id }]);
    expect(await office.search('find_lead', { lead_id: records.lead.id })).toHaveLength(1);
  });

  test('a job whose client is not on that page is not given a second one: nothing is written', async () => {
    office.sandbox.seed('clients', 100 - (office.sandbox.records('clients').length % 100));
    const before = office.sandbox.records('clients').length;

    const error = await failureOf(office.create('create_job', { ...jobForm, ...nobody }));

    expect(error.message).toContain('it is not known whether there is a match');
    expect(office.sandbox.records('clients')).toHaveLength(before);
  });

  test('a dropdown shows the newest hundred and no second page', async () => {
    expect(await office.trigger('lead_list')).toHaveLength(100);
    expect(await office.trigger('lead_list', { meta: { page: 1 } })).toEqual([]);
  });
});

describe.each([404, 405] as const)('when reading by id answers %d', (noReadById) => {
  beforeEach(() => {
    office.sandbox.setQuirks({ noReadById });
  });

  test('a thin delivery fires with its id and status: the other keys are there, but empty', async () => {
    const { items } = await deliver(office, 'new_lead', records);
    expect(items).toMatchObject([{ status: 'new', customer_name: null, customer_first_name: null }]);
  });

  test('a filter lets every delivery pass whose field is not known', async () => {
    const { delivery } = await deliver(office, 'new_lead', records);
    const fresh = office.as(office.sandbox.keys.live);
    const inputData = { source: 'Facebook' };

    const run = fresh.run('triggers.new_lead.operation.perform', { ...delivery, inputData });
    expect(await run).toHaveLength(1);
  });

  test('a whole delivery loses nothing', async () => {
    office.sandbox.setQuirks({ noReadById, wholeRecordDeliveries: true });
    const { items } = await deliver(office, 'new_lead', records);
    expect(items).toMatchObject([{ customer_name: leadForm.customer_name, source: leadForm.source }]);
  });

  test('an id costs the list instead of one request', async () => {
    await office.search('find_lead', { lead_id: records.lead.id });
    expect(office.requests().filter((request) => request === 'GET /leads').length).toBeGreaterThan(0);
  });
});

describe('when webhooks cannot be removed', () => {
  test('the Zap turns off, the log names the webhook that stays, and the first 410 ends it', async () => {
    const log = jest.spyOn(console, 'log').mockReturnValue();
    office.sandbox.setQuirks({ noWebhookDelete: true });
    const { delivery } = await deliver(office, 'new_lead', records);

    expect(log.mock.calls.join('\n')).toContain(
      `cannot remove the webhook ${String(delivery.subscribeData.id)}`,
    );
    const { body } = await ask(office.sandbox, 'GET', '/webhooks');
    expect(listAt(body, 'data').map(({ id }) => id)).toContain(delivery.subscribeData.id);
    log.mockRestore();
  });
});

describe.each([
  ['refused', { refuseUnknownFilters: true }, 2],
  ['ignored', { ignoreStatusFilter: true }, 1],
] as const)('when a filter by status is %s', (_what, quirks, requests) => {
  test('a poll looks through the hundred estimates that changed last, and no further', async () => {
    const id = String(records.estimate.id);
    await office.act(`estimates/${id}/send`);
    office.sandbox.setQuirks(quirks);
    office.sandbox.clearJournal();

    const near = await office.trigger('estimate_in_status', { inputData: { status: 'Sent' } });
    expect(near.map((item) => item.id)).toContain(id);
    expect(office.requests()).toHaveLength(requests);

    await office.act(`estimates/${id}/backdate`, { days: 3 });
    const updated_at = new Date(Date.now() - 2 * 86_400_000).toISOString();
    office.sandbox.seed('estimates', 100, () => ({ updated_at }));
    const far = await office.trigger('estimate_in_status', { inputData: { status: 'Sent' } });
    expect(far.map((item) => item.id)).not.toContain(id);
  });
});
