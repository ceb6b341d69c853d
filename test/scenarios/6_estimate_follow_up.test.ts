import { expect, test } from '@jest/globals';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

const office = openOffice();
const zaps = openZaps(office);

test('an estimate without an answer for 3 days is followed up once; an accepted one is not', async () => {
  const [open, accepted, fresh] = office.sandbox.seed('estimates', 3, () => ({ status: 'draft' }));
  for (const id of [open, accepted, fresh]) await office.act(`estimates/${String(id)}/send`);
  const zap = await zaps.on({
    name: 'Estimate follow-up',
    trigger: { key: 'estimate_awaiting_response' },
    steps: [],
  });
  for (const id of [open, accepted]) await office.act(`estimates/${String(id)}/backdate`, { days: 4 });
  await office.act(`estimates/${String(accepted)}/accept`);

  await zap.poll();
  await zap.poll();
  await zap.off();

  expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([{ id: open }]);
});
