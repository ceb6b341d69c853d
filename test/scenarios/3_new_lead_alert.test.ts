import { expect, test } from '@jest/globals';
import { leadForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

const office = openOffice();
const zaps = openZaps(office);

test('a new lead from Facebook is told with name, phone and address in one line; others use no task', async () => {
  const zap = await zaps.on({
    name: 'New Lead → alert',
    trigger: { key: 'new_lead', input: { source: 'Facebook' } },
    steps: [],
  });

  await office.create('create_lead', leadForm);
  await office.create('create_lead', { ...leadForm, source: 'facebook' });
  await zaps.settled();
  await zap.off();

  expect(zap.runs).toHaveLength(1);
  expect(zap.runs[0]?.given.trigger).toMatchObject({
    customer_name: 'Taylor Morgan',
    customer_phone: '+17045550123',
    full_address: '123 Main St, Charlotte, NC 28202',
  });
});
