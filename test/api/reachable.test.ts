import { beforeEach, describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { catchDelivery } from '../../proof/office/deliveries.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { openOffice } from '../support/office.ts';
import { scriptedApi } from '../support/scripted_api.ts';

describe('a job or an invoice without email and phone', () => {
  const office = openOffice();
  let client = '';
  const nobody = { customer_email: null, customer_phone: null };
  const taylors = { customer_email: 'taylor@example.com', customer_phone: '+17045550123' };
  beforeEach(() => {
    const fields = { email: 'taylor@example.com', phone: '+17045550123' };
    client = String(office.sandbox.seed('clients', 1, () => fields)[0]);
  });
  const seedJob = (fields = {}): string =>
    String(office.sandbox.seed('jobs', 1, () => ({ client_id: client, ...nobody, ...fields }))[0]);

  test('has its client to reach when a delivery tells of it, at the cost of one request', async () => {
    const id = seedJob();
    const delivery = await catchDelivery(office, 'job_completed', () => office.act(`jobs/${id}/complete`));

    expect(await office.trigger('job_completed', { ...delivery })).toMatchObject([{ id, ...taylors }]);
    expect(office.requests()).toEqual([`GET /jobs/${id}`, `GET /clients/${client}`]);
  });

  test('has its client to reach when it is found', async () => {
    const [id] = office.sandbox.seed('invoices', 1, () => ({ client_id: client, ...nobody }));

    expect(await office.search('find_invoice', { invoice_id: id })).toMatchObject([taylors]);
  });

  test('asks for nothing more when one of the two is known, and in a poll of many', async () => {
    const id = seedJob({ customer_phone: '+17045550199' });
    seedJob();

    expect(await office.search('find_job', { job_id: id })).toMatchObject([{ customer_email: null }]);
    await office.trigger('job_in_status', { inputData: { status: 'scheduled' } });
    expect(office.requests().filter((request) => request.startsWith('GET /clients'))).toEqual([]);
  });

  test('stays without them when its client is gone, may not be read, or the API has trouble', async () => {
    const id = seedJob();
    const key = office.sandbox.createKey({ scopes: ['jobs:read'] });
    const found = { inputData: { job_id: id } };
    const find = 'searches.find_job.operation.perform';
    expect(await office.as(key).run(find, found)).toMatchObject([{ id, ...nobody }]);

    office.sandbox.setFaults([{ kind: 'html', status: 502, path: '^/clients' }]);
    expect(await office.platform.run(find, found)).toMatchObject([{ id, ...nobody }]);

    office.sandbox.setFaults([]);
    office.sandbox.remove('clients', client);
    expect(await office.platform.run(find, found)).toMatchObject([{ id, ...nobody }]);
  });
});

describe('a job whose client stands within it', () => {
  const api = scriptedApi();
  const find = (client: unknown): Promise<unknown> => {
    api.answersBy(({ path }) => ({
      status: 200,
      body: {
        data: path.startsWith('/jobs')
          ? { id: 'j1', status: 'complete', client }
          : { id: 'c1', name: 'Ann Lee', phone: '+17045550199' },
      },
    }));
    const inputData = { job_id: 'j1' };
    return createPlatform(App, { api_key: someKey }).run('searches.find_job.operation.perform', {
      inputData,
    });
  };
  const anns = { customer_name: 'Ann Lee', customer_phone: '+17045550199', client_id: 'c1' };

  test('has its client to reach, at the cost of one request', async () => {
    expect(await find({ id: 'c1' })).toMatchObject([anns]);
    expect(api.asked).toEqual(['GET /jobs/j1', 'GET /clients/c1']);
  });

  test('asks for nothing more when its client is there as a whole', async () => {
    expect(await find({ id: 'c1', name: 'Ann Lee', phone: '+17045550199' })).toMatchObject([anns]);
    expect(api.asked).toEqual(['GET /jobs/j1']);
  });
});

describe('a job that is created where the API shows no email and phone', () => {
  const api = scriptedApi();

  test.each([
    ['by email', { email: 'taylor@example.com' }, ['taylor@example.com', null]],
    ['by phone', { phone: '+17045550123' }, [null, '+17045550123']],
  ])('has its client to reach %s', async (_how, contact, [customer_email, customer_phone]) => {
    api.answersBy(({ method, path }) =>
      method === 'POST'
        ? { status: 201, body: { data: { id: 'j1', client_id: 'c1', customer_name: 'Taylor Morgan' } } }
        : {
            status: 200,
            body: { data: { id: path.split('/').at(-1), email: null, phone: null, ...contact } },
          },
    );
    const inputData = {
      client_id: 'c1',
      customer_name: 'Taylor Morgan',
      service_type: 'House Wash',
      scheduled_date: '03/20/2026',
      service_address: '123 Main St',
    };

    const job = await createPlatform(App, { api_key: someKey }).run('creates.create_job.operation.perform', {
      inputData,
    });

    expect(job).toMatchObject({ id: 'j1', customer_email, customer_phone });
    expect(api.asked).toEqual(['POST /jobs', 'GET /clients/c1']);
  });
});
