import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { person, serve, type Row } from '../support/served_list.ts';

const platform = createPlatform(App, { api_key: someKey });
const api = scriptedApi();
const find = (operation: string, inputData: Row): Promise<unknown> =>
  platform.run(`searches.${operation}.operation.perform`, { inputData });

describe('the record that is meant', () => {
  const first = async (operation: string, input: Row): Promise<unknown> => {
    const found = await find(operation, input);
    const match: unknown = Array.isArray(found) ? found[0] : undefined;
    return isObject(match) ? [match.id, match.matched_on] : undefined;
  };

  test('is active before it is the newest', async () => {
    const twice = { email: 'ann@example.com' };
    const [a, b, c, d] = ['inactive', 'archived', 'active', 'active'];
    serve(
      api,
      [a, b, c, d].map((status, index) => person(index, { ...twice, status })),
    );
    expect(await first('find_client', twice)).toEqual(['c2', 'email']);

    serve(api, [person(0, { ...twice, archived: true }), person(1, twice)]);
    expect(await first('find_client', twice)).toEqual(['c1', 'email']);

    for (const away of [
      { archived_at: '2026-03-20T10:00:00Z' },
      { deleted_at: '2026-03-20' },
      { is_active: false },
    ]) {
      serve(api, [person(0, { ...twice, ...away }), person(1, { ...twice, status: null, archived_at: '' })]);
      expect(await first('find_client', twice)).toEqual(['c1', 'email']);
    }

    serve(api, [person(0, { ...twice, status: 'Past' }), person(1)]);
    expect(await first('find_client', twice)).toEqual(['c0', 'email']);
  });

  test('is not somebody of the same name whose email or phone is another', async () => {
    const smith = { name: 'John Smith', phone: '+17045550001' };
    serve(api, [person(0, { ...smith }), person(1, { name: 'John Smith', email: null, phone: null })]);
    const input = { name: 'John Smith', email: 'john@example.com', phone: '704-555-9999' };
    expect(await first('find_client', input)).toEqual(['c1', 'name']);

    serve(api, [person(0, smith)]);
    expect(await first('find_client', input)).toBeUndefined();
    expect(await first('find_client', { ...input, email: undefined, phone: '(704) 555-0001' })).toEqual([
      'c0',
      'phone and name',
    ]);
    expect(
      await first('find_client', { ...input, email: 'person0@example.com', phone: smith.phone }),
    ).toEqual(['c0', 'email, phone and name']);
  });

  test.each(['JOB-1001', 'job 1001', '#JOB1001', '1001', '#1001', 'Job no. 1001', 'JOB–1001', ' 01001 '])(
    'is found by its number, written as "%s"',
    async (number) => {
      for (const shown of [{ number: 'JOB-1001' }, { job_number: 'JOB-1001' }, { jobNumber: 'JOB1001' }]) {
        serve(api, [
          { id: 'j2', number: 'JOB-1002' },
          { id: 'j1', ...shown },
        ]);
        expect(await first('find_job', { number })).toEqual(['j1', 'number']);
      }
    },
  );

  test('is found by numbers that are JSON numbers', async () => {
    serve(api, [{ id: 'i1', number: 1001, customer_phone: 17045550123 }]);
    expect(await first('find_invoice', { number: 'INV-1001' })).toBeUndefined();
    expect(await first('find_invoice', { number: '1001' })).toEqual(['i1', 'number']);
    expect(await first('find_invoice', { customer_phone: '704.555.0123' })).toEqual(['i1', 'phone']);
  });

  test('is found by its number behind records whose number has no digits, or that have none', async () => {
    serve(api, [{ id: 'j3' }, { id: 'j2', number: 'Draft' }, { id: 'j1', number: 'JOB-1001' }]);
    expect(await first('find_job', { number: '1001' })).toEqual(['j1', 'number']);
    expect(await first('find_job', { number: 'JOB-1001' })).toEqual(['j1', 'number']);
  });

  test('is nobody of several who have the same digits', async () => {
    serve(
      api,
      ['INV-2026-1001', 'INV-2025-1001'].map((number, index) => ({ id: `i${index}`, number })),
    );
    const error = await failureOf(find('find_invoice', { number: '1001' }));
    expect(error.message).toBe(
      'More than one invoice has this number: INV-2026-1001, INV-2025-1001. Write it as CleanEstimate Pro does, with the letters before it.',
    );
    expect(await first('find_invoice', { number: 'INV 2025-1001' })).toEqual(['i1', 'number']);
    expect(await first('find_invoice', { number: '2025-1001' })).toEqual(['i1', 'number']);
  });

  test('is not another one of the same customer, whose number is another', async () => {
    serve(api, [{ id: 'j1', number: 'JOB-1', customer_email: 'ann@example.com' }]);
    expect(await first('find_job', { number: 'JOB-2', customer_email: 'ann@example.com' })).toBeUndefined();
  });

  test('has its status compared as choices are', async () => {
    serve(api, [
      { id: 'j1', status: 'En Route' },
      { id: 'j2', status: 'COMPLETED' },
    ]);
    expect(await first('find_job', { status: 'Completed' })).toEqual(['j2', 'status']);
    expect(await first('find_job', { job_id: 'j1', status: 'En Route' })).toEqual(['j1', 'id']);
  });

  test.each([
    [{ client: { name: 'Ann Lee', email: 'ann@example.com', phone: 7045550123 } }],
    [{ customer: { first_name: 'Ann', last_name: 'Lee', email: 'ann@example.com', phone: '704-555-0123' } }],
    [{ client_name: 'ann lee', client_email: 'Ann@example.com', client_phone: '+17045550123' }],
    [
      {
        customer_name: 'Ann Lee',
        customer_email: 'old@example.com, ann@example.com',
        customer_phone: ['1', '7045550123'],
      },
    ],
  ])('is found in whatever its customer stands: %j', async (fields) => {
    serve(api, [{ id: 'j2' }, { id: 'j1', ...fields }]);
    expect(await first('find_job', { customer_email: 'ann@example.com' })).toEqual(['j1', 'email']);
    expect(await first('find_job', { customer_phone: '704 555 0123' })).toEqual(['j1', 'phone']);
    expect(await first('find_job', { customer_name: 'Ann Lee' })).toEqual(['j1', 'name']);
  });
});
