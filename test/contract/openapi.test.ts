import { describe, expect, test } from '@jest/globals';
import { assumptionsOf } from '../../contract/assumptions.ts';
import { childPointer, isObject } from '../../contract/json.ts';
import { loadContract } from '../../contract/judge.ts';
import { locate } from '../../contract/located.ts';
import { createSchemas } from '../../contract/schemas.ts';

const contract = loadContract('contract/openapi.yaml');

function pointersOf(value: unknown, pointer = ''): [string, unknown][] {
  const children: [string, unknown][] =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    [pointer, value],
    ...children.flatMap(([key, child]) => pointersOf(child, childPointer(pointer, key))),
  ];
}

describe('the document', () => {
  test('refers only to what exists', () => {
    const references = pointersOf(contract).filter(([pointer]) => pointer.endsWith('/$ref'));
    expect(references.length).toBeGreaterThan(300);
    for (const [pointer] of references) {
      expect(locate(contract, pointer.slice(0, -'/$ref'.length))).toBeDefined();
    }
  });

  test('has schemas that all compile', () => {
    const schemas = createSchemas(contract);
    const pointers = pointersOf(contract).map(([pointer]) => pointer);
    const places = pointers.filter((one) => /^\/components\/schemas\/\w+$|\/schema$/.test(one));
    expect(places.length).toBeGreaterThan(100);
    for (const place of places) expect(() => schemas.check(place, null)).not.toThrow();
  });

  test('closes every request body, so that no undescribed field leaves by accident', () => {
    const bodies = pointersOf(contract).filter(([one]) => /schemas\/\w+(Create|Update)$/.test(one));
    expect(bodies).toHaveLength(9);
    for (const [, body] of bodies) expect(body).toMatchObject({ additionalProperties: false });
  });

  test('describes the eight deliveries', () => {
    const { webhooks } = contract;
    expect(isObject(webhooks) && Object.keys(webhooks)).toEqual([
      'lead.created',
      'lead.status_changed',
      'estimate.created',
      'estimate.accepted',
      'job.created',
      'job.completed',
      'invoice.created',
      'invoice.paid',
    ]);
  });

  test.each([
    ['job.completed', { job_id: '00000000-0000-4000-8000-000000000001', status: 'complete' }, 0],
    ['job.completed', { id: 'x' }, 2],
    ['job.deleted', { job_id: '00000000-0000-4000-8000-000000000001', status: 'complete' }, 2],
  ])('judges a delivery of %s with %j', (event, data, problems) => {
    const place = '/webhooks/job.completed/post/requestBody/content/application~1json/schema';
    const delivery = { event, timestamp: '2026-03-20T11:00:00.000Z', data };
    expect(createSchemas(contract).check(place, delivery)).toHaveLength(problems);
  });
});

describe('the marks', () => {
  const assumptions = assumptionsOf(contract);
  const what = assumptions.map((one) => one.what);

  test.each([
    'GET /leads/{id}',
    'GET /invoices/{id}',
    'DELETE /webhooks/{id}',
    'GET /jobs query status',
    'GET /clients query status',
    'POST /leads answer 201',
    'LeadCreate requires customer_name',
    'EstimateCreate.services has at least 1',
    'LeadUpdate.city',
    'LeadStatus value appointment_scheduled',
    'EstimateUpdate.roof_square_feet',
    'Page requires data',
    'delivery job.created body.data',
    'answer Unauthorized',
    'Cleared',
  ])('say that this is assumed: %s', (phrase) => {
    expect(what).toContain(phrase);
  });

  test.each([
    '/paths/~1leads/get',
    '/paths/~1leads/post',
    '/paths/~1jobs~1{id}/patch',
    '/paths/~1leads/get/parameters/4',
    '/paths/~1invoices/get/parameters/4',
    '/components/parameters/IdempotencyKey',
    '/components/parameters/WebhookSignature',
    '/components/responses/Conflict',
    '/components/schemas/PageMeta',
    '/components/schemas/LeadUpdate/properties/notes',
    '/components/schemas/EstimateUpdate/properties/assigned_rep_id',
    '/components/schemas/JobStatus/x-known-values/3',
    '/components/schemas/JobEvent',
  ])('leave alone what is documented: %s', (pointer) => {
    expect(locate(contract, pointer)).toBeDefined();
    expect(assumptions.map((one) => one.pointer)).not.toContain(pointer);
  });

  test('are found inside of each other and under any name', () => {
    const inner = { 'x-evidence': 'assumed', properties: { 'a/b': { 'x-evidence': 'assumed' } } };
    expect(assumptionsOf({ components: { schemas: { Outer: inner } } })).toEqual([
      { pointer: '/components/schemas/Outer', what: 'Outer' },
      { pointer: '/components/schemas/Outer/properties/a~1b', what: 'Outer.a/b' },
    ]);
  });

  test('are each listed once, in words that tell them apart', () => {
    const marked = pointersOf(contract).filter(([pointer]) => pointer.endsWith('/x-evidence'));
    expect(assumptions.map((one) => `${one.pointer}/x-evidence`).sort()).toEqual(
      marked.map(([pointer]) => pointer).sort(),
    );
    expect(new Set(what).size).toBe(what.length);
    for (const phrase of what) expect(phrase).toMatch(/^\w.+$/);
  });
});
