import { expect, test } from '@jest/globals';
import { formToLead } from '../../workbench/zaps.ts';
import { openOffice, type Item } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

const office = openOffice();
const zaps = openZaps(office);
const submission = (id: string): Item => ({
  response: {
    id,
    answers: {
      name: { first: 'Taylor', last: 'Morgan' },
      phone: '(704) 555-0123',
      address: { street: '123 Main St', city: 'Charlotte', state: 'North Carolina', zip: '28202' },
      service: 'House Wash',
    },
  },
});

test('a website form becomes a lead: once for each submission, however often it is delivered', async () => {
  const zap = await zaps.on(formToLead);

  await zaps.post(zap, submission('response-1'));
  await zaps.post(zap, submission('response-1'));
  await zaps.post(zap, submission('response-2'));
  await zap.off();

  expect(zap.runs.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
  const leads = office.sandbox.records('leads');
  expect(leads).toHaveLength(2);
  expect(leads[0]).toMatchObject({
    customer_name: 'Taylor Morgan',
    customer_phone: '+17045550123',
    state: 'NC',
  });
});
