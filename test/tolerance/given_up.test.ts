import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ask, listAt } from '../sandbox/client.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { failureOf } from '../support/failure.ts';
import { jobForm, leadForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';
import { deliver } from './trials.ts';

const office = openOffice();
let records: Records;
beforeEach(async () => {
  records = await fillOffice(office);
  office.sandbox.clearJournal();
});

describe('when lists are bare', () => {
  const nobody = { customer_email: 'absent@example.com' };
  const fillUp = (resource: 'leads' | 'clients', count: number): void => {
    const missing = count - office.sandbox.records(resource).length;
    if (missing > 0) office.sandbox.seed(resource, missing);
  };

  beforeEach(() => {
    office.sandbox.setQuirks({ bareAnswers: true });
  });

  test('a list that its other end meets is known to be whole', async () => {
    fillUp('leads', 100);

    expect(await office.search('find_lead', nobody)).toEqual([]);
    expect(office.requests()).toEqual(['GET /leads', 'GET /leads']);
  });

  test('what neither end shows may be there: a search says that it cannot know, instead of "not found"', async () => {
    fillUp('leads', 250);

    const error = await failureOf(office.search('find_lead', nobody));

    expect(error.message).toContain('it is not known whether there is a match');
    expect(office.requests()).toEqual(['GET /leads', 'GET /leads']);
  });

  test('what either end shows is found all the same', async () => {
    const [id] = office.sandbox.seed('leads', 1, () => ({
      customer_email: 'oldest@example.com',
      created_at: '2020-01-01T00:00:00.000Z',
    }));
    fillUp('leads', 250);
    const found = await office.search('find_lead', { customer_email: 'oldest@example.com' });
    expect(found).toMatchObject([{ id }]);
    expect(await office.search('find_lead', { lead_id: records.lead.id })).toHaveLength(1);
  });

  test('a job whose client neither end shows is not given a second one: nothing is written', async () => {
    fillUp('clients', 250);
    const before = office.sandbox.records('clients').length;

    const error = await failureOf(office.create('create_job', { ...jobForm, ...nobody }));

    expect(error.message).toContain('it is not known whether there is a match');
    expect(office.sandbox.records('clients')).toHaveLength(before);
  });

  test('a dropdown shows the newest hundred and no second page', async () => {
    fillUp('leads', 250);
    expect(await office.trigger('lead_list')).toHaveLength(100);
    expect(await office.trigger('lead_list', { meta: { page: 1 } })).toEqual([]);
  });
});

describe.each([404, 405] as const)('when reading by id answers %d', (noReadById) => {
  beforeEach(() => {
    office.sandbox.setQuirks({ noReadById });
  });

  test('a thin delivery fires with the whole record, out of the newest page', async () => {
    const { items } = await deliver(office, 'new_lead', records);
    expect(items).toMatchObject([{ status: 'new', customer_name: leadForm.customer_name }]);
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
