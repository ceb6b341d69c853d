import { describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const poll = (key: string, inputData: Item): Promise<Item[]> => office.trigger(key, { inputData });
const ids = async (key: string, inputData: Item): Promise<unknown[]> =>
  (await poll(key, inputData)).map(({ id }) => id);

describe('an empty account', () => {
  test.each([
    ['new_client', {}],
    ['estimate_awaiting_response', {}],
    ['unpaid_invoice', { days: '' }],
  ])('gives %s nothing, in one request', async (key, input) => {
    expect(await poll(key, input)).toEqual([]);
    expect(office.requests()).toHaveLength(1);
  });

  test('gives lead_in_status nothing, with a second look at how the statuses are spelled', async () => {
    expect(await poll('lead_in_status', { status: 'new' })).toEqual([]);
    expect(office.requests()).toEqual(['GET /leads', 'GET /leads']);
  });
});

describe('Lead in Status', () => {
  test('gives the leads in the status, those that changed last first, in one request', async () => {
    const [first, second] = office.sandbox.seed('leads', 3, () => ({ status: 'new' }));
    await office.act(`leads/${String(second)}/status`, { status: 'lost' });
    await office.act(`leads/${String(first)}/status`, { status: 'lost' });
    office.sandbox.clearJournal();

    expect(await ids('lead_in_status', { status: 'Lost' })).toEqual([first, second]);
    expect(office.requests()).toEqual(['GET /leads']);
  });

  test('sees a lead enter that is older than the newest hundred in the status', async () => {
    const [old] = office.sandbox.seed('leads', 1, () => ({ status: 'new' }));
    office.sandbox.seed('leads', 150, () => ({ status: 'converted' }));
    // Times have milliseconds: a change within the same one could not be told to be the last.
    await new Promise((resolve) => setTimeout(resolve, 2));
    await office.act(`leads/${String(old)}/status`, { status: 'converted' });

    expect((await ids('lead_in_status', { status: 'Converted' }))[0]).toBe(old);
  });

  test('takes a status that is not in the list as typed', async () => {
    office.sandbox.seed('leads', 1, () => ({ status: 'on_hold' }));

    expect(await poll('lead_in_status', { status: 'on_hold' })).toHaveLength(1);
  });

  test('whose status is not in the list says in the editor that no lead has it, and nothing in a running Zap', async () => {
    const inputData = { status: 'won' };

    const error = await failureOf(
      office.trigger('lead_in_status', { inputData, meta: { isLoadingSample: true } }),
    );
    expect(error.message).toBe(
      'No lead has the status "won", which is not in the list. Check how CleanEstimate Pro spells it, or pick one from the list.',
    );
    expect(await poll('lead_in_status', inputData)).toEqual([]);
  });

  test('gives nothing in the editor when no lead is in a status of the list', async () => {
    const run = { inputData: { status: 'Deposit Collected' }, meta: { isLoadingSample: true } };

    expect(await office.trigger('lead_in_status', run)).toEqual([]);
  });

  test('without a status says that it is missing', async () => {
    expect((await failureOf(poll('lead_in_status', { status: '' }))).message).toBe('Missing: Status.');
  });
});

describe('where the API does not filter jobs by status', () => {
  test('because it ignores the filter, the poll checks every job itself', async () => {
    office.sandbox.seed('jobs', 3, (index) => ({ status: index === 1 ? 'complete' : 'scheduled' }));
    office.sandbox.setQuirks({ ignoreStatusFilter: true });

    expect(await poll('job_in_status', { status: 'Completed' })).toMatchObject([{ status: 'complete' }]);
    expect(office.requests()).toHaveLength(1);
  });

  test('because it refuses the filter, the poll asks once more without it', async () => {
    office.sandbox.setQuirks({ refuseUnknownFilters: true });

    expect(await poll('job_in_status', { status: 'Completed' })).toMatchObject([{ status: 'complete' }]);
    expect(office.requests()).toHaveLength(2);
  });

  test('and an error that has nothing to do with it is told', async () => {
    office.sandbox.setFaults([{ kind: 'throttle', retryAfter: '5' }]);

    expect((await failureOf(poll('job_in_status', { status: 'Completed' }))).name).toBe('ThrottledError');
  });

  test('and 400 to everything is told too', async () => {
    office.sandbox.setFaults([{ kind: 'html', status: 400 }]);

    expect((await failureOf(poll('job_in_status', { status: 'Completed' }))).message).toContain(
      'CleanEstimate Pro refused the request (error 400).',
    );
  });
});

describe('New Client', () => {
  test('gives the newest clients first, or those with a status', async () => {
    const [older] = office.sandbox.seed('clients', 1, () => ({ status: 'active' }));
    const [newer] = office.sandbox.seed('clients', 1, () => ({ status: 'lead' }));

    expect(await ids('new_client', {})).toEqual([newer, older]);
    expect(await ids('new_client', { status: 'Active' })).toEqual([older]);
  });
});

describe('Estimate Awaiting Response', () => {
  test('waits the days after the sending, three unless told otherwise', async () => {
    const [id] = office.sandbox.seed('estimates', 1, () => ({ status: 'draft' }));
    await office.act(`estimates/${String(id)}/send`);
    expect(await ids('estimate_awaiting_response', {})).toEqual([]);

    await office.act(`estimates/${String(id)}/backdate`, { days: 4 });

    expect(await ids('estimate_awaiting_response', {})).toEqual([id]);
    expect(await ids('estimate_awaiting_response', { days: 5 })).toEqual([]);
    await office.act(`estimates/${String(id)}/accept`);
    expect(await ids('estimate_awaiting_response', {})).toEqual([]);
  });

  test('takes the last change where the API does not say when it was sent', async () => {
    const [id] = office.sandbox.seed('estimates', 1, () => ({ status: 'sent', sent_at: null }));
    await office.act(`estimates/${String(id)}/backdate`, { days: 4 });

    expect(await ids('estimate_awaiting_response', {})).toContain(id);
  });

  test.each(['0', '-1', '2.5', 'soon'])('does not take %s days', async (days) => {
    const error = await failureOf(poll('estimate_awaiting_response', { days }));

    expect(error.message).toBe(`Days "${days}" has to be a whole number of at least 1.`);
  });

  test.each([
    ['', ['sent', 'viewed']],
    ['Both', ['sent', 'viewed']],
    ['Sent', ['sent']],
    ['viewed', ['viewed']],
  ])('with the status "%s" gives those that are %j', async (status, statuses) => {
    for (const id of office.sandbox.records('estimates').map((one) => String(one.id)))
      office.sandbox.remove('estimates', id);
    const sent_at = daysAgo(4);
    office.sandbox.seed('estimates', 3, (index) => ({
      status: ['sent', 'viewed', 'approved'][index],
      sent_at,
    }));

    const items = await poll('estimate_awaiting_response', { status });

    expect(items.map((item) => item.status).sort()).toEqual(statuses);
  });

  test('never fires for one of long ago, edited or not, and whether or not it says when it was sent', async () => {
    const old = { status: 'sent', created_at: daysAgo(420) };
    const [dated, undated] = [
      { ...old, sent_at: daysAgo(420) },
      { ...old, updated_at: daysAgo(4) },
    ];
    const seeded = [dated, undated].flatMap((fields) => office.sandbox.seed('estimates', 1, () => fields));

    const items = await ids('estimate_awaiting_response', {});

    for (const id of seeded) expect(items).not.toContain(id);
  });

  test('counts from when it was opened where only that is told, so that an edit starts no new wait', async () => {
    const fields = { status: 'viewed', sent_at: null, viewed_at: daysAgo(4) };
    // Turns off the comparison of answers with the contract, which does not know `viewed_at`.
    office.sandbox.setQuirks({ bareAnswers: false });
    const [id] = office.sandbox.seed('estimates', 1, () => fields);

    expect(await ids('estimate_awaiting_response', {})).toContain(id);
  });
});
