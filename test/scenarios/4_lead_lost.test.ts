import { expect, test } from '@jest/globals';
import { leadForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

const office = openOffice();
const zaps = openZaps(office);

test('a lost lead starts a win-back; other changes use no task', async () => {
  const zap = await zaps.on({
    name: 'Lead lost → win-back',
    trigger: { key: 'lead_status_changed', input: { status: 'Lost' } },
    steps: [],
  });
  const { id } = await office.create('create_lead', leadForm);

  for (const status of ['appointment_scheduled', 'lost', 'new']) {
    await office.act(`leads/${String(id)}/status`, { status });
  }
  await zaps.settled();
  await zap.off();

  // By the time it is read the lead has moved on: the item says what the event was about.
  expect(zap.runs.map(({ given }) => given.trigger)).toMatchObject([
    { id, status: 'lost', previous_status: 'appointment_scheduled', customer_name: 'Taylor Morgan' },
  ]);
});
