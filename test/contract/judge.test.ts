import { describe, expect, test } from '@jest/globals';
import { createJudge, loadContract } from '../../contract/judge.ts';
import type { Exchange } from '../../contract/judge.ts';
import { examplesOfThePage, exchange, ID } from './examples.ts';

const judge = createJudge(loadContract('contract/openapi.yaml'));
const examples = examplesOfThePage();

function lead(changes: object): Exchange {
  return exchange({
    method: 'POST',
    path: '/leads',
    headers: { 'idempotency-key': 'k', 'content-type': 'application/json' },
    body: { customer_name: 'Taylor Morgan', ...changes },
  });
}

function patch(path: string, body: object): Exchange {
  return exchange({ method: 'PATCH', path, headers: { 'idempotency-key': 'k' }, body });
}

describe('the requests of the examples page', () => {
  test('are all there', () => {
    expect(examples).toHaveLength(14);
  });

  test.each(examples.map((one) => [one.method, one.path, one] as const))('pass: %s %s', (_, __, example) => {
    expect(judge.judgeRequest(example)).toEqual([]);
    expect(judge.operationOf(example)?.method).toBe(example.method);
  });
});

describe('a request', () => {
  test.each<[string, Exchange, string]>([
    ['without an idempotency key', { ...lead({}), headers: {} }, 'header Idempotency-Key'],
    ['with an unknown field', lead({ org_id: 1 }), 'body/org_id'],
    ['with a phone that is not E.164', lead({ customer_phone: '(704) 555-0123' }), 'body/customer_phone'],
    ['with a state in words', lead({ state: 'North Carolina' }), 'body/state'],
    ['with a service without a name', lead({ service_interest: [''] }), 'body/service_interest/0'],
    ['without the name of the lead', { ...lead({}), body: {} }, 'body/customer_name'],
    ['without a body', { ...lead({}), body: null }, 'body'],
    ['with a body where none is described', exchange({ path: '/leads', body: {} }), 'body'],
    ['to an unknown path', exchange({ path: '/quotes' }), 'operation'],
    ['by an unknown method', exchange({ method: 'PUT', path: `/leads/${ID}` }), 'operation'],
    ['that creates an invoice', exchange({ method: 'POST', path: '/invoices', body: {} }), 'operation'],
    [
      'with an unknown query parameter',
      exchange({ path: '/leads', query: { email: 'a@b.co' } }),
      'query email',
    ],
    ['for too many records', exchange({ path: '/leads', query: { limit: '101' } }), 'query limit'],
    [
      'for a number of records that is none',
      exchange({ path: '/leads', query: { limit: 'all' } }),
      'query limit',
    ],
    ['with nothing for an id', exchange({ method: 'PATCH', path: '/leads/' }), 'operation'],
    ['with a bad date', patch(`/jobs/${ID}`, { scheduled_date: '03/20/2026' }), 'body/scheduled_date'],
    [
      'with a bad time',
      patch(`/jobs/${ID}`, { scheduled_time_start: '25:00:00' }),
      'body/scheduled_time_start',
    ],
    ['that accepts an estimate', patch(`/estimates/${ID}`, { status: 'approved' }), 'body/status'],
    ['that changes a price', patch(`/estimates/${ID}`, { total: 1 }), 'body/total'],
    [
      'that is not JSON',
      { ...lead({}), headers: { 'idempotency-key': 'k', 'content-type': 'text/plain' } },
      'body',
    ],
  ])('%s is caught, and only that', (_, wrong, where) => {
    const violations = judge.judgeRequest(wrong);
    expect(violations.map((one) => one.where)).toEqual([where]);
    expect(violations[0]).toMatchObject({ side: 'request', message: expect.stringMatching(/\w/) });
  });

  test('may empty a field with null, but not the name', () => {
    expect(judge.judgeRequest(patch(`/leads/${ID}`, { notes: null, customer_phone: null }))).toEqual([]);
    expect(judge.judgeRequest(patch(`/leads/${ID}`, { customer_name: null }))).toHaveLength(1);
  });

  test.each([
    ['an id that is no UUID', exchange({ path: '/leads/42' })],
    ['an id with a bad escape', exchange({ path: '/leads/%E0' })],
    ['a service of the company itself', lead({ service_interest: ['Car Wash'] })],
    ['an email address in another script', lead({ customer_email: 'jörg@müller.de' })],
  ])('may carry what only the API can refuse: %s', (_, one) => {
    expect(judge.judgeRequest(one)).toEqual([]);
  });

  test('may carry a status that the contract does not know', () => {
    expect(judge.judgeRequest(exchange({ path: '/leads', query: { status: 'on_hold' } }))).toEqual([]);
  });
});

const RECORD = {
  id: ID,
  status: 'new',
  created_at: '2026-03-20T09:00:00.000Z',
  updated_at: '2026-03-20T09:00:00.000Z',
  customer_name: 'Taylor Morgan',
  customer_email: null,
};
const META = { next_cursor: null, has_more: false, limit: 25 };

function answered(status: number, answer: unknown, answerHeaders: Record<string, string> = {}): Exchange {
  return exchange({ path: '/leads', status, answer, answerHeaders });
}

describe('an answer', () => {
  test.each<[string, Exchange]>([
    [
      'a page',
      answered(200, { data: [RECORD], meta: META }, { 'content-type': 'application/json; charset=utf-8' }),
    ],
    [
      'fields and statuses nobody knows',
      answered(200, { data: [{ ...RECORD, status: 'x', y: 1 }], meta: META }),
    ],
    ['an error', answered(401, { error: { code: 'unauthorized', message: 'Unknown key.' } })],
    ['a page in HTML from a proxy', answered(502, null, { 'content-type': 'text/html' })],
    ['too many requests', answered(429, { error: { code: 'x', message: 'y' } }, { 'retry-after': '12' })],
    ['nothing at all', answered(0, null)],
    ['anything to what is not described', exchange({ path: '/quotes', status: 418 })],
    ['no content', exchange({ method: 'DELETE', path: `/webhooks/${ID}`, status: 204 })],
  ])('passes: %s', (_, good) => {
    expect(judge.judgeAnswer(good)).toEqual([]);
  });

  test.each<[string, Exchange, string]>([
    ['a list without data', answered(200, { meta: META }), 'answer/data'],
    ['a bare list', answered(200, [RECORD]), 'answer'],
    ['no list', answered(200, null), 'answer'],
    [
      'a record without an id',
      answered(200, { data: [{ ...RECORD, id: null }], meta: META }),
      'answer/data/0/id',
    ],
    [
      'meta that is none',
      answered(200, { data: [], meta: { ...META, has_more: 'no' } }),
      'answer/meta/has_more',
    ],
    ['a status that is not described', answered(418, null), 'status'],
    ['429 without Retry-After', answered(429, { error: { code: 'x', message: 'y' } }), 'header Retry-After'],
    ['HTML', answered(200, null, { 'content-type': 'text/html' }), 'answer'],
  ])('is caught: %s', (_, bad, where) => {
    const violations = judge.judgeAnswer(bad);
    expect(violations.length).toBeGreaterThan(0);
    for (const violation of violations) expect(violation).toMatchObject({ side: 'answer', where });
  });
});
