import { expect, test } from '@jest/globals';
import { fillOffice } from '../../proof/office/records.ts';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

const office = openOffice();
const zaps = openZaps(office);

test('a finished job asks for a review once, with name and phone, although the delivery has neither', async () => {
  const { job } = await fillOffice(office);
  const zap = await zaps.on({
    name: 'Job Completed → review request',
    trigger: { key: 'job_completed' },
    steps: [],
  });

  await office.act(`jobs/${String(job.id)}/complete`);
  await zaps.settled();
  await zap.off();

  const { deliveries } = office.sandbox.journal();
  expect(deliveries.map(({ body }) => body)).toEqual([
    expect.stringContaining(`"data":{"job_id":"${String(job.id)}","status":"complete"}`),
  ]);
  expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([
    { id: job.id, status: 'complete', customer_name: 'Taylor Morgan', customer_phone: '+17045550123' },
  ]);
});
