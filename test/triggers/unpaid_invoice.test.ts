import { beforeEach, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { impatiently } from '../support/impatiently.ts';
import { openOffice, type Item } from '../support/office.ts';

const office = openOffice();
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const poll = (inputData: Item): Promise<Item[]> => office.trigger('unpaid_invoice', { inputData });
const ids = async (inputData: Item): Promise<unknown[]> => (await poll(inputData)).map(({ id }) => id);
const due = (days: number, more: Item = {}) => ({
  status: 'sent',
  due_date: daysAgo(days).slice(0, 10),
  ...more,
});
const seed = (fields: Item): string => String(office.sandbox.seed('invoices', 1, () => fields)[0]);

beforeEach(() => {
  for (const { id } of office.sandbox.records('invoices')) office.sandbox.remove('invoices', String(id));
  office.sandbox.clearJournal();
});

test('gives what is not paid in full after the days', async () => {
  const statuses = ['draft', 'sent', 'viewed', 'partial', 'overdue', 'paid', 'void'];
  const seeded = office.sandbox.seed('invoices', 7, (index) => ({ status: statuses[index] }));
  const [, sent, viewed, partial, overdue] = seeded;
  expect(await poll({})).toEqual([]);
  for (const id of seeded) await office.act(`invoices/${id}/backdate`, { days: 15 });

  expect((await ids({})).sort()).toEqual([sent, viewed, partial, overdue].sort());
  expect(await poll({ days: 30 })).toEqual([]);
});

test('counts from the due date, whenever it was created and however long ago it was drafted', async () => {
  const late = seed({ ...due(3), created_at: daysAgo(33) });
  seed({ ...due(-11), created_at: daysAgo(20) });

  expect(await ids({ days: 2 })).toEqual([late]);
});

test('counts from its creation where it has no due date', async () => {
  const dateless = seed({ status: 'sent', due_date: null, created_at: daysAgo(3.5) });

  expect(await ids({ days: 3 })).toEqual([dateless]);
  expect(await ids({ days: 4 })).toEqual([]);
});

test('gives nothing that has nothing due, and nothing that fell due long ago', async () => {
  seed({ ...due(5), balance_due: 0 });
  seed(due(40));
  const owed = seed({ ...due(5), balance_due: null });

  expect(await ids({})).toEqual([owed]);
});

test('leaves out an invoice that says neither when it is due nor when it was created', async () => {
  seed({ status: 'sent', due_date: null, created_at: 'unknown' });
  const dated = seed(due(5));
  // Turns off the comparison of answers with the contract, which forbids such a time.
  office.sandbox.setQuirks({ bareAnswers: false });

  expect(await ids({ days: 1 })).toEqual([dated]);
});

test('reads the unpaid ones alone where there are many, and finds one that is older than 250 others', async () => {
  const old = seed({ ...due(20), created_at: daysAgo(34) });
  office.sandbox.seed('invoices', 250, () => ({ status: 'paid' }));
  office.sandbox.seed('invoices', 150, () => due(-14));

  expect(await ids({})).toContain(old);
  expect(office.requests()).toHaveLength(6);
});

test('where the API spells the statuses otherwise, finds one all the same behind 250 others', async () => {
  const old = seed({ ...due(20), created_at: daysAgo(34), status: 'Sent' });
  office.sandbox.seed('invoices', 250, () => ({ ...due(-14), status: 'Sent' }));

  expect(await ids({})).toContain(old);
});

test('one that became due some hours ago still fires, although 120 became due since', async () => {
  const hoursAgo = (hours: number) => ({
    status: 'sent',
    due_date: null,
    created_at: daysAgo(1 + hours / 24),
  });
  const first = seed(hoursAgo(20));
  office.sandbox.seed('invoices', 120, () => hoursAgo(4));

  expect(await ids({})).toContain(first);
});

test('a poll that runs out of time says so, and gives no part of the answer', async () => {
  office.sandbox.seed('invoices', 250, () => due(-14));
  office.sandbox.setFaults([{ kind: 'slow_after', delayMs: 60, path: '^/invoices' }]);

  const error = await impatiently(() => failureOf(poll({})), 1_050);

  expect(error.message).toBe(
    'CleanEstimate Pro took too long to list its invoices, so this check was not finished. Nothing needs fixing here: the next check looks again.',
  );
  expect(office.requests().length).toBeLessThan(4);
});
