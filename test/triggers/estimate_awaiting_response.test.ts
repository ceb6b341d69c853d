import { expect, test } from '@jest/globals';
import { openOffice } from '../support/office.ts';

const office = openOffice();
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const sent = (days: number) => () => ({
  status: 'sent',
  sent_at: daysAgo(days),
  updated_at: daysAgo(days),
});

test('an estimate that waits is found behind a hundred newer ones, and what fired long ago is not read', async () => {
  office.sandbox.seed('estimates', 250, sent(30));
  const [waiting] = office.sandbox.seed('estimates', 1, sent(3.5));
  office.sandbox.seed('estimates', 120, sent(1));

  const items = await office.trigger('estimate_awaiting_response');

  expect(items.map(({ id }) => id)).toContain(waiting);
  expect(office.requests()).toEqual(['GET /estimates', 'GET /estimates']);
});

test('one that fell due while polls failed is found behind 150 that fell due after it', async () => {
  const [first] = office.sandbox.seed('estimates', 1, sent(4.5));
  office.sandbox.seed('estimates', 150, sent(3.2));

  expect((await office.trigger('estimate_awaiting_response')).map(({ id }) => id)).toContain(first);
});
