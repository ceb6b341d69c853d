import { describe, expect, test } from '@jest/globals';
import App from '../../index.ts';
import { estimateForm, leadForm } from '../../proof/office/forms.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { failureOf } from '../support/failure.ts';
import { scriptedApi } from '../support/scripted_api.ts';

const api = scriptedApi();
const platform = createPlatform(App, { api_key: someKey });
const create = (key: string, inputData: Record<string, unknown>): Promise<unknown> =>
  platform.run(`creates.${key}.operation.perform`, { inputData });
const record = { data: { id: 'e1', created_at: '2026-03-20T10:00:00.000Z' } };
const line = { service_slug: 'House Wash', sqft: '2,400', stories: '2' };
const deep = (levels: number): unknown => {
  let value: unknown = 'House Wash';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { service_slug: value };
  return value;
};

const deepJson = `${'{"inner":['.repeat(2_500)}${']}'.repeat(2_500)}`;

describe('a list that is too long is refused in words, before anything is worked out', () => {
  test.each<[string, unknown, string]>([
    ['lines', Array(501).fill(line), '501'],
    ['many lines', Array(20_000).fill(line), '20,000'],
    ['lists in one line', { service_slug: Array(600).fill('house_wash') }, '600'],
    ['lists in lines', Array(2).fill({ service_slug: Array(300).fill('house_wash') }), '600'],
  ])('%s', async (_what, services, count) => {
    const began = performance.now();
    const error = await failureOf(create('create_estimate', { ...estimateForm, services }));

    expect(error.message).toContain(`Services has ${count} lines, and at most 500 can be read.`);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(api.asked).toEqual([]);
  });

  test('also where the field takes several values', async () => {
    const service_interest = Array(2_000).fill('house-wash');
    const error = await failureOf(create('create_lead', { ...leadForm, service_interest }));
    expect(error.message).toContain('Services of Interest has 2,000 lines');
  });

  test('500 lines are taken', async () => {
    api.answers(201, record);
    expect(
      await create('create_estimate', { ...estimateForm, services: Array(500).fill(line) }),
    ).toMatchObject({ id: 'e1' });
  });
});

describe('what goes too deep is told in a sentence', () => {
  // Deeper still, the platform itself gives up before it calls the app.
  test.each([30, 500, 2_500])('in a form, %i levels down', async (levels) => {
    const error = await failureOf(create('create_estimate', { ...estimateForm, services: deep(levels) }));
    expect(error.message).toContain('Services holds groups within groups, too deep to be read.');
    const other = await failureOf(create('create_lead', { ...leadForm, unheard_of: deep(levels) }));
    expect(other.message).toContain('Unheard Of holds groups within groups');
    expect(api.asked).toEqual([]);
  });

  test.each([
    ['searches.find_lead', { customer_name: 'Ada' }],
    ['searches.find_lead', { lead_id: 'l1' }],
    ['triggers.lead_in_status', { status: 'New' }],
    ['triggers.lead_list', {}],
    ['creates.update_lead', { lead_id: 'l1', city: 'Raleigh' }],
    ['creates.add_note', { record_type: 'lead', record_id: 'l1', note: 'Hi' }],
    ['creates.create_lead', leadForm],
  ])('in an answer to %s', async (operation, inputData) => {
    const row = `{"id":"l1","status":"new","customer_name":"Ada","more":${deepJson}}`;
    for (const body of [`{"data":${row}}`, `{"data":[${row}]}`, deepJson]) {
      api.answers(200, body);
      const error = await failureOf(platform.run(`${operation}.operation.perform`, { inputData }));
      expect(error.message).toMatch(/^CleanEstimate Pro /);
    }
  });

  test('in a refusal', async () => {
    api.answers(422, `{"error":{"message":"No.","details":${deepJson}}}`);
    expect((await failureOf(create('create_lead', { ...leadForm, notes: 'Another one' }))).message).toContain(
      'did not accept this lead. No.',
    );
  });

  test('in the connection test', async () => {
    api.answers(200, `{"data":[{"id":"l1","more":${deepJson}}]}`);
    expect((await failureOf(platform.run('authentication.test'))).message).toContain(
      'where a list of leads belongs',
    );
  });
});

test.each([
  '__proto__.x',
  'constructor',
  'constructor.name',
  'toString.0',
  '__proto__',
  'services.0.constructor',
])('a complaint about "%s" is a sentence', async (path) => {
  api.answers(422, { error: { message: 'No.', details: [{ path, message: 'is wrong' }] } });
  expect((await failureOf(create('create_estimate', estimateForm))).message).toMatch(/is wrong\.$/);
});
