import { expect, test } from '@jest/globals';
import App from '../../index.ts';
import { createPlatform } from '../../workbench/platform.ts';
import { someKey } from '../support/ad_hoc.ts';
import { scriptedApi } from '../support/scripted_api.ts';

/*
 * A success without the record, whose Location header tells where that is.
 */

const platform = createPlatform(App, { api_key: someKey });
const api = scriptedApi();
const inputData = { customer_name: 'Ann Lee' };

test.each([
  ['is an address', 'https://api.example.com/api/v1/leads/l1', 'GET /leads/l1'],
  ['is a path', '/leads/l1', 'GET /leads/l1'],
  ['is the id', 'l1', 'GET /leads/l1'],
  ['ends with slashes and more', '/leads/l1//?of=a/b#c/d', 'GET /leads/l1'],
  ['is escaped', '/leads/l%201', 'GET /leads/l%201'],
  ['says nothing', '/', 'GET /leads'],
  ['cannot be read', '/leads/%E0', 'GET /leads'],
])('given a Location that %s, the record is looked for where it can be', async (_how, location, asked) => {
  platform.forget();
  api.answersBy(({ method, path }) => {
    if (method === 'POST') return { status: 201, headers: { location } };
    const lead = { id: 'l1', ...inputData, created_at: new Date().toISOString() };
    return { status: 200, body: { data: path === '/leads' ? [lead] : lead, meta: { has_more: false } } };
  });

  expect(await platform.run('creates.create_lead.operation.perform', { inputData })).toMatchObject({
    id: 'l1',
  });
  expect(api.asked).toEqual(['POST /leads', asked]);
});
