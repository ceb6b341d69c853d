import { beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf } from '../support/failure.ts';
import { clientForm, jobForm } from '../../proof/office/forms.ts';
import { openOffice } from '../support/office.ts';

const office = openOffice();
let client_id: unknown;

beforeEach(async () => {
  ({ id: client_id } = await office.create('create_client', clientForm));
  office.sandbox.clearJournal();
});

describe('Create Job for a chosen client takes from the client', () => {
  const { customer_name: _name, service_address: _street, ...form } = jobForm;
  const { service_city: _city, service_state: _state, service_zip: _zip, ...bare } = form;
  const place = {
    service_address: '123 Main St',
    service_city: 'Charlotte',
    service_state: 'NC',
    service_zip: '28202',
  };

  test('name and address where they are blank, with one read', async () => {
    const job = await office.create('create_job', { ...bare, client_id });

    expect(job).toMatchObject({ customer_name: 'Taylor Morgan', ...place });
    expect(office.requests()).toEqual([`GET /clients/${String(client_id)}`, 'POST /jobs']);
  });

  test('the address alone where a name was filled in', async () => {
    const job = await office.create('create_job', { ...bare, client_id, customer_name: 'Sam Reyes' });

    expect(job).toMatchObject({ customer_name: 'Sam Reyes', ...place });
  });

  test('no part of the address where a part was filled in', async () => {
    const job = await office.create('create_job', { ...bare, client_id, service_city: 'Concord' });

    expect(job).toMatchObject({ customer_name: 'Taylor Morgan', service_city: 'Concord' });
    expect(job.service_address ?? null).toBeNull();
  });

  test('nothing, without a read, where both were filled in', async () => {
    await office.create('create_job', { ...jobForm, client_id });

    expect(office.requests()).toEqual(['POST /jobs']);
  });

  test('nothing where the key may not read clients, and saves the job when it has a name', async () => {
    const platform = office.as(office.sandbox.createKey({ scopes: ['jobs:*'] }));
    const run = (inputData: object): Promise<unknown> =>
      platform.run('creates.create_job.operation.perform', { inputData });

    expect(await run({ ...bare, client_id, customer_name: 'Sam Reyes' })).toMatchObject({
      customer_name: 'Sam Reyes',
    });
    expect((await failureOf(run({ ...bare, client_id }))).message).toContain('clients:read');
  });

  test('the same in a replay, whatever the client is called by then', async () => {
    office.sandbox.setFaults([{ kind: 'drop_after', path: '^/jobs', times: 2 }]);
    await failureOf(office.create('create_job', { ...bare, client_id }));
    await office.create('update_client', { client_id, name: 'Taylor Reyes', city: 'Raleigh' });

    const job = await office.create('create_job', { ...bare, client_id });

    expect(job).toMatchObject({ customer_name: 'Taylor Morgan', service_city: 'Charlotte' });
    expect(office.sandbox.records('jobs').filter((one) => one.client_id === client_id)).toHaveLength(1);
  });

  test.each([
    ['a client who is gone', { client_id: '00000000-0000-4000-8000-000000000000' }, 'has no such client'],
    ['no client', { customer_email: 'taylor@example.com' }, 'Fill in Customer Name, or pick a Client'],
  ])('a name, and refuses %s without one in words', async (_what, whom, words) => {
    expect((await failureOf(office.create('create_job', { ...form, ...whom }))).message).toContain(words);
    expect(office.requests().filter((request) => request.startsWith('POST'))).toEqual([]);
  });
});
