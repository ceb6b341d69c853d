import { beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../scripts/definition.ts';
import { catchDelivery } from '../../proof/office/deliveries.ts';
import { happen } from '../../proof/office/happenings.ts';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
let records: Records;
beforeAll(async () => {
  records = await fillOffice(office);
});
const hooks = operations.filter(({ type }) => type === 'hook').map(({ key }) => key);

describe.each(hooks)('%s', (key) => {
  test('fires once for what happened, with the whole record, for one request', async () => {
    const delivery = await catchDelivery(office, key, () => happen(office, key, records));

    const items = await office.trigger(key, { ...delivery });

    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: expect.any(String), customer_name: 'Taylor Morgan' });
    expect(office.requests()).toHaveLength(1);
  });
});

describe('a minimum total', () => {
  test.each([
    ['100', 1],
    ['1,000,000', 0],
    ['', 1],
  ])('of "%s" lets %d pass', async (minimum_total, runs) => {
    const filled = await fillOffice(office);
    const pay = (): Promise<unknown> => office.act(`invoices/${String(filled.invoice.id)}/pay`);
    const delivery = await catchDelivery(office, 'invoice_paid', pay);

    expect(await office.trigger('invoice_paid', { ...delivery, inputData: { minimum_total } })).toHaveLength(
      runs,
    );
  });
});

test('given a total that is not a number, the minimum total lets it pass, so that no event is lost', async () => {
  const [id] = office.sandbox.seed('invoices', 1, () => ({ status: 'sent', total: 'on request' }));
  // Turns off the comparison of answers with the contract, which forbids a total that is a text.
  office.sandbox.setQuirks({ bareAnswers: false });
  const pay = (): Promise<unknown> => office.act(`invoices/${id ?? ''}/pay`);
  const delivery = await catchDelivery(office, 'invoice_paid', pay);

  expect(
    await office.trigger('invoice_paid', { ...delivery, inputData: { minimum_total: '500' } }),
  ).toHaveLength(1);
  office.sandbox.remove('invoices', String(id));
});

test('a record that was deleted meanwhile still fires, with what the delivery had', async () => {
  const { job } = await fillOffice(office);
  const delivery = await catchDelivery(office, 'job_completed', () =>
    office.act(`jobs/${String(job.id)}/complete`),
  );
  office.sandbox.remove('jobs', String(job.id));

  const [item] = await office.trigger('job_completed', { ...delivery });

  expect(item).toMatchObject({ id: job.id, status: 'complete', customer_name: null });
  const { sample } = office.definition.triggers.job_completed?.operation ?? {};
  expect(Object.keys(item ?? {})).toEqual(Object.keys(sample ?? {}));
});

test('a key that may not read jobs still fires, with what the delivery had', async () => {
  const { job } = await fillOffice(office);
  const delivery = await catchDelivery(office, 'job_completed', () =>
    office.act(`jobs/${String(job.id)}/complete`),
  );
  const platform = office.as(office.sandbox.createKey({ scopes: ['leads:*', 'webhooks:*'] }));

  expect(
    await platform.run('triggers.job_completed.operation.perform', { inputData: {}, ...delivery }),
  ).toMatchObject([{ id: job.id, status: 'complete' }]);
});
