import { describe, expect, test } from '@jest/globals';
import { lead } from '../../src/records/lead.ts';
import { openReceiver } from '../support/deliveries.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * Signed deliveries that are put together in another way than the only example that CleanEstimate Pro documents.
 */

const api = scriptedApi();
const { deliver, logged } = openReceiver();
const event = 'lead.created';
const told = { lead_id: 'l1', status: 'lost' };
const parsed = JSON.stringify;
const { id: _id, ...fields } = lead.fixture;

describe('a signed delivery fires', () => {
  test.each<[string, unknown]>([
    ['as documented', { event, data: told }],
    ['with blanks around the id', { event, data: { ...told, lead_id: ' l1 ' } }],
    ['with data as a list', { event, data: [told] }],
    ['with data one deeper', { event, data: { data: told } }],
    ['with data two deeper', { event, data: { result: { record: told } } }],
    ['with the lead under its noun', { event, data: { lead: { id: 'l1', status: 'lost' } } }],
    ['with the lead under its plural', { event, data: { leads: [{ id: 'l1', status: 'lost' }] } }],
    ['with the lead under its noun beside the event', { event, lead: { id: 'l1', status: 'lost' } }],
    ['with a status beside the lead', { event, data: { status: 'lost', lead: { id: 'l1', status: null } } }],
    ['with payload in place of data', { event, payload: told }],
    ['with object in data', { id: 'evt_1', type: event, data: { object: { id: 'l1', status: 'lost' } } }],
    ['with an unknown name in place of data', { event, details: told }],
    ['flat', { event, timestamp: new Date(), id: 'evt_1', ...told }],
    ['flat, with a plain id', { event, id: 'l1', status: 'lost', items: [{ id: 'i1' }] }],
    ['with the id beside the event and the rest in data', { event, lead_id: 'l1', data: { status: 'lost' } }],
    ['with the id of the event in data', { event, data: { id: 'evt_1', ...told } }],
    ['with the id of the event around the lead', { event, data: { id: 'evt_1', object: told } }],
    ['with an envelope in a list', [{ event, data: told }]],
    ['with an envelope in an envelope', { id: 'x', payload: { event, data: told } }],
    [
      'with what was before',
      { event, data: { before: { id: 'l1', status: 'new' }, after: { id: 'l1', status: 'lost' } } },
    ],
    [
      'with the old and the new',
      { event, data: { old: { id: 'l1', status: 'new' }, new: { id: 'l1', status: 'lost' } } },
    ],
    ['with the event as an object', { event: { type: event, data: told } }],
    ['with the event as an object beside data', { event: { name: event, id: 'evt_1' }, data: told }],
    ['with the event in meta', { meta: { event }, data: told }],
    ['with the event in two parts', { resource: 'lead', action: 'created', data: told }],
    ['with the event in capitals', { event: 'LEAD.CREATED', data: told }],
    ['with the event in camel case', { event: 'leadCreated', data: told }],
    ['with the event in capitals without a joint', { event: 'LEADCREATED', data: told }],
    ['with the event joined in another way', { event: 'lead_created', data: told }],
    ['with the event in words', { event: 'Lead Created', data: told }],
    ['with the event in the plural, with a version', { event: 'webhook.leads.created.v1', data: told }],
    ['with an event_type', { event_type: event, data: told }],
    ['with data as a text', { event, data: parsed(told) }],
    ['with JSON in JSON', parsed(parsed({ event, data: told }))],
    ['behind a byte order mark', `\uFEFF${parsed({ event, data: told })}`],
    ['as a form with JSON', `payload=${encodeURIComponent(parsed({ event, data: told }))}`],
    ['as a form', 'event=lead.created&data[lead_id]=l1&data[status]=lost'],
    ['as a form with a list', 'event=lead.created&data=x&data[0][lead_id]=l1&data[0][status]=lost&empty='],
  ])('%s', async (_what, body) => {
    api.answers(403);

    const [item, ...others] = await deliver(body);

    expect(item).toMatchObject({ id: 'l1', status: 'lost', customer_name: null });
    expect(others).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a number', { lead_id: 12_345 }],
    ['another spelling', { leadId: '12345' }],
    ['a text under the noun', { lead: '12345' }],
    ['a number in a list of ids', { lead_ids: [12_345] }],
    ['a part of another record', { client: { name: 'A', status: 'active', lead_id: '12345' } }],
    ['under uuid', { uuid: '12345' }],
  ])('with its id as %s', async (_what, data) => {
    api.answers(403);

    expect(await deliver({ event, data })).toMatchObject([{ id: '12345', status: null }]);
  });

  test('without its event in the body, when the header has it', async () => {
    api.answers(403);

    expect(await deliver({ data: told }, { headers: { 'X-Webhook-Event': 'Lead.Created' } })).toHaveLength(1);
    expect(await deliver({ data: told }, { headers: { 'X-Webhook-Event': 'job.created' } })).toEqual([]);
    expect(await deliver({ data: told })).toEqual([]);
  });

  test('for each record in it, once, and logs the entries that name none', async () => {
    api.answers(403);
    const data = [told, told, { lead_id: 'l2' }, { nobody: 'Taylor' }];

    expect(await deliver({ event, data })).toMatchObject([{ id: 'l1' }, { id: 'l2' }]);
    expect(logged()).toContain('has 1 entries that name no lead: its keys are nobody.');
  });

  test('for the envelopes of its own event alone', async () => {
    api.answers(403);
    const events = [
      { event, data: told },
      { event: 'job.created', data: { job_id: 'j1', lead_id: 'l9' } },
    ];

    expect(await deliver({ event: 'batch', events })).toMatchObject([{ id: 'l1' }]);
    expect(await deliver({ event, data: { event: 'Wedding', ...told } })).toMatchObject([
      { event: 'Wedding' },
    ]);
  });

  test('for a dozen records with what it says of them, when they are read a few at a time', async () => {
    api.answersBy(({ path }) => ({ status: 200, body: { ...fields, id: path.replace('/leads/', '') } }));
    const data = Array.from({ length: 12 }, (_, index) => ({ lead_id: `l${index}`, status: 'lost' }));

    const items = await deliver({ event, data });

    expect(items.map(({ id, status, city }) => [id, status, city])).toEqual(
      data.map(({ lead_id }) => [lead_id, 'lost', 'Charlotte']),
    );
  });

  test('with the id of a line for nobody: the parts of a record are no records', async () => {
    api.answers(403);
    const estimate = { id: 'e1', items: [{ id: 'i1', estimate_id: 'e1' }], rows: [{ id: 'r1' }] };

    expect(
      await deliver({ event: 'estimate.created', data: estimate }, { trigger: 'new_estimate' }),
    ).toMatchObject([{ id: 'e1' }]);
  });
});
