import { expect, test } from '@jest/globals';
import { fillOffice } from '../../proof/office/records.ts';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

const office = openOffice();
const zaps = openZaps(office);

test('a paid invoice goes to the books with its amounts as numbers, to the cent', async () => {
  const { job } = await fillOffice(office);
  const zap = await zaps.on({
    name: 'Invoice Paid → books',
    trigger: { key: 'invoice_paid', input: { minimum_total: '1,000' } },
    steps: [],
  });

  for (const total of [999.99, 1234.1]) {
    const invoice = await office.act(`jobs/${String(job.id)}/invoice`, { total });
    await office.act(`invoices/${String(invoice.id)}/pay`);
  }
  await zaps.settled();
  await zap.off();

  expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([
    { status: 'paid', total: 1234.1, amount_paid: 1234.1, balance_due: 0 },
  ]);
});
