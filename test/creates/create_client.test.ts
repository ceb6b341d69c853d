import { expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { clientForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();

test('Create Client saves the client and links to its page', async () => {
  const client = await office.create('create_client', clientForm);

  expect(office.requests()).toEqual(['POST /clients']);
  expect(client).toMatchObject({
    ...clientForm,
    phone: '+17045550123',
    state: 'NC',
    status: 'active',
    url: `https://app.cleanestimate.pro/admin/clients/${String(client.id)}`,
  });
});

test('Create Client without a name says so', async () => {
  expect((await failureOf(office.create('create_client', { email: 'taylor@example.com' }))).message).toBe(
    'Missing: Name.',
  );
});
