import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/lib/guards.ts';
import { openReceiver } from '../support/deliveries.ts';
import { withoutMemoryLimit } from '../support/memory.ts';
import { scriptedApi } from '../support/scripted_api.ts';
import { trySeeded } from '../support/seeded.ts';

/*
 * Signed deliveries that nobody would expect.
 */

trySeeded();
withoutMemoryLimit();
const api = scriptedApi();
const { deliver, logged } = openReceiver();
const event = 'lead.created';
const told = { lead_id: 'l1', status: 'lost' };

describe('a signed delivery that cannot be read', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', 'hello', 'names no lead: it is neither JSON nor a form.'],
    ['an empty body', '', 'neither JSON nor a form'],
    ['a list without keys', [], 'it has no keys'],
    [
      'no record',
      { event, data: { status: 'new', owner: ['Ann'] } },
      'keys are event, data, data.status, data.owner.',
    ],
    [
      'a record of another kind',
      { event, data: { job_id: 'j1' } },
      'names no lead: its keys are event, data, data.job_id.',
    ],
    [
      'an id of the event alone',
      { event, id: 'evt_1', timestamp: null },
      'names no lead: its keys are event, id',
    ],
    ['another event', { event: 'lead.status_changed', data: told }, 'tells of another event: its keys are'],
    ['a ping', { event: 'ping' }, 'tells of another event'],
    ['an absurdly deep form', `event=lead.created&data${'[a]'.repeat(20_000)}=1`, 'neither JSON nor a form'],
    ['absurdly deep JSON', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'neither JSON nor a form'],
    [
      'what is wrapped too deep',
      { event, data: { data: { data: { data: { data: { data: { data: told } } } } } } },
      'names no lead',
    ],
  ])('since it has %s gives nothing, and is logged', async (_what, body, log) => {
    expect(await deliver(body)).toEqual([]);
    expect(logged()).toContain(log);
    expect(api.asked).toEqual([]);
  });

  test('is logged by its keys, without values and without keys that may be values', async () => {
    const email = 'taylor@example.com';

    await deliver({
      event,
      whsec_4f9a8b7c6d5e4f3a2b1c: 1,
      data: [{ [email]: email, phone: '+17045550123' }],
    });

    expect(logged()).toContain('its keys are event, …, data, data[].…, data[].phone.');
    expect(logged()).not.toMatch(/taylor|704|whsec/);
  });
});

describe('whatever JSON is signed', () => {
  const keys = fc.constantFrom(
    ...[
      'event',
      'data',
      'lead',
      'leads',
      'lead_id',
      'id',
      'timestamp',
      'type',
      'payload',
      'items',
      'status',
      'meta',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'length',
      'customer_name',
      'zip',
      'total',
      'service_interest',
    ],
  );
  const leaf = fc.oneof(
    fc.constantFrom(event, 'l1', 7, null, true, '[', '{"lead_id": 5}', ''),
    fc.jsonValue(),
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof({ maxDepth: 6 }, leaf, fc.array(tie('json'), { maxLength: 3 }), tie('object')),
    object: fc
      .array(fc.tuple(keys, tie('json')), { maxLength: 5 })
      // As text, since the key __proto__ of JSON is a key like any other.
      .map((entries) =>
        parseJson(`{${entries.map(([key, value]) => `"${key}":${JSON.stringify(value)}`).join()}}`),
      ),
  }));

  test('gives records with ids, and never fails', async () => {
    api.answers(403);
    const property = fc.asyncProperty(json, fc.boolean(), async (value, isData) => {
      const items = await deliver(isData ? { event, data: value } : value, {
        more: { inputData: { source: 'Website', service_interest: 'House Wash' } },
      });
      for (const item of items) expect(item.id).toEqual(expect.stringMatching(/\S/));
    });
    await fc.assert(property);
  });
});

test('a record with the keys of an object in general is given with them', async () => {
  api.answers(403);
  const body = `{"event":"lead.created","data":{"lead_id":"l1","__proto__":{"x":1},"constructor":"C","toString":5}}`;

  const [item] = await deliver(body);

  expect(item).toMatchObject({ id: 'l1', constructor: 'C', toString: 5 });
  expect(Object.getPrototypeOf(item ?? {})).toBe(Object.prototype);
});
