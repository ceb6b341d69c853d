import { describe, expect, jest, test } from '@jest/globals';
import { lead } from '../../src/records/lead.ts';
import { job } from '../../src/records/job.ts';
import { openReceiver } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * What a delivery says itself, and what of it is put over the record that was read.
 */

const api = scriptedApi();
const { deliver } = openReceiver();
const event = 'lead.created';
const whole = { ...lead.fixture, id: 'l1' };

describe('what a delivery says', () => {
  test.each<[string, Record<string, unknown>]>([
    ['every declared key', whole],
    ['every declared key, some empty', { ...whole, customer_email: null, notes: '', service_interest: [] }],
  ])('is the whole record with %s: nothing is read', async (_what, record) => {
    expect(await deliver({ event, data: { lead: record } })).toMatchObject([record]);
    expect(api.asked).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      'id, status, name and moment',
      { lead_id: 'l1', status: 'new', customer_name: 'A', created_at: '2026-03-02T14:05:00Z' },
    ],
    ['all but one key', { ...whole, zip: undefined }],
    ['no name', { ...whole, customer_name: '' }],
    ['neither email nor phone', { ...whole, customer_email: null, customer_phone: '' }],
    ['no moment of creation', { ...whole, created_at: null }],
    ['nulls alone', { ...Object.fromEntries(Object.keys(whole).map((key) => [key, null])), id: 'l1' }],
  ])('is not the whole record with %s: it is read', async (_what, record) => {
    api.answers(200, { data: whole });

    const [item] = await deliver({ event, data: record });

    expect(item).toMatchObject({
      ...whole,
      customer_name: expect.stringMatching(/^(?:A|Taylor Morgan)$/),
      created_at: expect.any(String),
    });
    expect(api.asked).toEqual(['GET /leads/l1']);
  });

  test('overwrites nothing with what is empty in it, and nothing fuller with less', async () => {
    const services = [{ service_slug: 'house_wash', sqft: 2400 }];
    api.answers(200, { ...whole, notes: 'Gate 5', services, client: { id: 'c1', name: 'Ann' }, extra: null });
    const data = {
      ...{
        lead_id: 'l1',
        status: 'lost',
        customer_name: null,
        customer_phone: '',
        service_interest: [],
        notes: ' ',
      },
      ...{
        services: [{ service_slug: 'house_wash' }],
        client: { id: 'c1' },
        extra: { a: 1 },
        tags: ['vip'],
        own: null,
      },
    };

    const [item] = await deliver({ event, data });

    expect(item).toMatchObject({
      ...whole,
      status: 'lost',
      notes: 'Gate 5',
      services,
      client: { id: 'c1', name: 'Ann' },
    });
    expect(item).toMatchObject({ extra: { a: 1 }, tags: ['vip'], own: null });
  });

  test('may be numbers: an item has them as the texts that samples have', async () => {
    api.answers(200, {
      ...job.fixture,
      id: 12_345,
      client_id: 77,
      number: 1042,
      service_zip: 28_202,
      customer_phone: 17_045_550_123,
    });

    const items = await deliver(
      { event: 'job.completed', data: { job_id: 12_345 } },
      { trigger: 'job_completed' },
    );

    expect(items).toMatchObject([
      {
        ...{
          id: '12345',
          client_id: '77',
          number: '1042',
          service_zip: '28202',
          customer_phone: '17045550123',
        },
        full_address: '123 Main St, Charlotte, NC 28202',
      },
    ]);
  });
});

describe('while the time runs out', () => {
  test('a delivery of many records fires with what it says as soon as the time is up', async () => {
    const now = Date.now();
    let asked = 0;
    api.answersBy(({ path }) => {
      asked += 1;
      // Each answer takes as long as a step may.
      if (asked === 5) jest.spyOn(Date, 'now').mockReturnValue(now + 25_000);
      return { status: 200, body: { ...whole, id: path.replace('/leads/', '') } };
    });
    const data = Array.from({ length: 8 }, (_, index) => ({ lead_id: `l${index}` }));

    const items = await deliver({ event, data });

    expect(items.map(({ city }) => city)).toEqual([
      ...data.slice(0, 5).map(() => 'Charlotte'),
      null,
      null,
      null,
    ]);
    expect(asked).toBe(5);
  });
});
