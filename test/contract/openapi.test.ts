import { describe, expect, test } from '@jest/globals';
import { ApiDocument } from '../../contract/api_document.ts';
import { assumptionsOf } from '../../contract/assumptions.ts';
import { childPointer, valueAt } from '../../contract/json.ts';
import { loadContract } from '../../contract/judge.ts';
import { listCalls, listOperations } from '../../contract/operations.ts';
import { Schemas } from '../../contract/schemas.ts';

const contract = loadContract('contract/openapi.yaml');
const document = new ApiDocument(contract);
const objects = [...document.pointers];

describe('the document', () => {
  test('refers only to what exists', () => {
    const references = objects.filter(([part]) => '$ref' in part);
    expect(references.length).toBeGreaterThan(300);
    for (const [part] of references) expect(document.follow(part)).toBeDefined();
  });

  test('has schemas that all compile', () => {
    const schemas = new Schemas(document);
    const places = objects.filter(([, one]) => /^\/components\/schemas\/\w+$|\/schema$/.test(one));
    expect(places.length).toBeGreaterThan(100);
    for (const [schema] of places) expect(() => schemas.check(schema, null, '')).not.toThrow();
  });

  test('closes every request body, so that no undescribed field leaves by accident', () => {
    const bodies = listOperations(document).flatMap(({ parts }) => parts.get('body') ?? []);
    expect(bodies.length).toBeGreaterThan(0);
    for (const { schema } of bodies)
      expect(document.follow(schema)).toMatchObject({ additionalProperties: false });
  });

  test('closes every schema that is written for a request, also those within others', () => {
    const written = objects.filter(([, one]) => /schemas\/(\w+(Create|Update)|EstimateService)$/.test(one));
    expect(written.length).toBeGreaterThan(0);
    for (const [schema] of written) expect(schema).toMatchObject({ additionalProperties: false });
  });

  test('describes a delivery for each event that a destination can ask for', () => {
    const events = valueAt(contract, '/components/schemas/EventName/enum');
    expect(document.children(contract, 'webhooks').map(([name]) => name)).toEqual(events);
  });

  test.each([
    ['job.completed', { job_id: '00000000-0000-4000-8000-000000000001', status: 'complete' }, 0],
    ['job.completed', { id: 'x' }, 2],
    ['job.deleted', { job_id: '00000000-0000-4000-8000-000000000001', status: 'complete' }, 2],
  ])('judges a delivery of %s with %j', (event, data, breaches) => {
    const { parts } = listCalls(document).find(({ call }) => call === 'delivery job.completed') ?? {};
    const delivery = { event, timestamp: '2026-03-20T11:00:00.000Z', data };
    const found = new Schemas(document).check(parts?.get('body')?.schema, delivery, 'body');
    expect(found).toHaveLength(breaches);
  });
});

describe('the marks', () => {
  const assumptions = assumptionsOf(document);
  const pointers = assumptions.map(({ pointer }) => pointer);

  test.each([
    '/paths/~1leads~1{id}/get',
    '/paths/~1invoices~1{id}/get',
    '/paths/~1webhooks~1{id}/delete',
    '/paths/~1jobs/get/parameters/4',
    '/paths/~1clients/get/parameters/4',
    '/paths/~1leads/post/responses/201',
    '/components/schemas/LeadCreate/allOf/0',
    '/components/schemas/EstimateCreate/properties/services/allOf/0',
    '/components/schemas/LeadUpdate/properties/city',
    '/components/schemas/LeadStatus/x-known-values/1',
    '/components/schemas/EstimateUpdate/properties/roof_square_feet',
    '/components/schemas/Page/allOf/0',
    '/webhooks/job.created/post/requestBody/content/application~1json/schema/properties/data',
    '/components/responses/Unauthorized',
    '/components/schemas/Cleared',
  ])('say that this is assumed: %s', (pointer) => {
    expect(pointers).toContain(pointer);
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
  ])('are not on what is documented: %s', (pointer) => {
    expect(valueAt(contract, pointer)).toBeDefined();
    expect(pointers).not.toContain(pointer);
  });

  test('are found inside of each other and under any name', () => {
    const inner = { 'x-evidence': 'assumed', properties: { 'a/b': { 'x-evidence': 'assumed' } } };
    const found = assumptionsOf(new ApiDocument({ components: { schemas: { Outer: inner } } }));
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/components/schemas/Outer',
      '/components/schemas/Outer/properties/a~1b',
    ]);
  });

  test('are each listed once', () => {
    expect([...pointers].sort()).toEqual(markedBelow(contract).sort());
  });

  test('each claim something that another document can confirm', () => {
    expect(assumptions.filter(({ claims }) => claims.length === 0)).toEqual([]);
  });

  test('apply to everything inside, up to the next mark or reference', () => {
    const schema = {
      'x-evidence': 'assumed',
      type: 'object',
      properties: {
        below: { type: 'string' },
        marked: { 'x-evidence': 'assumed', minItems: 1 },
        elsewhere: { $ref: '#/components/schemas/Documented' },
      },
    };
    const content = { 'application/json': { schema } };
    const [outer, inner] = assumptionsOf(
      new ApiDocument({
        paths: { '/leads': { post: { requestBody: { content } } } },
        components: { schemas: { Documented: { type: 'string' } } },
      }),
    ).map(({ claims }) => claims.map(({ path, keyword }) => `${path.join(' ')} ${keyword}`));

    expect(outer).toEqual([
      'POST /leads body type',
      'POST /leads body below described',
      'POST /leads body below type',
      'POST /leads body elsewhere described',
    ]);
    expect(inner).toEqual(['POST /leads body marked described', 'POST /leads body marked minItems']);
  });
});

// Does not use the code under test, so that both cannot make the same mistake.
function markedBelow(value: unknown, pointer = ''): string[] {
  const children: [string, unknown][] =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const below = children.flatMap(([key, child]) => markedBelow(child, childPointer(pointer, key)));
  return children.some(([key]) => key === 'x-evidence') ? [pointer, ...below] : below;
}
