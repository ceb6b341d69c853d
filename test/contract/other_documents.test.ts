import { describe, expect, test } from '@jest/globals';
import { createJudge, parseContract } from '../../contract/judge.ts';
import { exchange } from './examples.ts';

// A document about the same API that looks quite different from ours: OpenAPI 3.0 in JSON, with references wherever
// they are allowed, the base path in every path, and formats of the vendor's own.
const OLD = {
  openapi: '3.0.3',
  info: { title: 'Other', version: '1' },
  servers: [{ url: 'https://{host}', variables: { host: { default: 'app.example.com' } } }],
  paths: {
    '/api/v1/leads/{lead.id}': {
      parameters: [{ $ref: '#/components/parameters/Lead' }],
      get: { responses: { '200': { description: 'One.' } } },
      patch: {
        requestBody: { $ref: '#/components/requestBodies/Patch' },
        responses: { '200': { $ref: '#/components/responses/Lead' }, default: { description: 'An error.' } },
      },
    },
    '/api/v1/leads/newest': { get: { responses: { '2XX': { description: 'One.' } } } },
  },
  components: {
    parameters: { Lead: { name: 'lead.id', in: 'path', required: true, schema: { type: 'integer' } } },
    requestBodies: { Patch: { content: { '*/*': { schema: { $ref: '#/components/schemas/Lead' } } } } },
    responses: {
      Lead: {
        description: 'The lead.',
        headers: { 'X-Rest': { schema: { type: 'integer' } } },
        content: { 'application/vnd.x+json': { schema: { $ref: '#/components/schemas/Lead' } } },
      },
    },
    schemas: {
      Lead: {
        type: 'object',
        properties: {
          notes: { type: 'string', nullable: true, maxLength: 5, example: 'Gate' },
          total: { type: 'number', format: 'money', minimum: 0, exclusiveMinimum: true },
          size: { type: 'number', maximum: 9, exclusiveMaximum: false, nullable: false },
          parent: { allOf: [{ $ref: '#/components/schemas/Lead' }], nullable: true },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Lead' } },
        },
      },
    },
  },
};

describe('another OpenAPI document', () => {
  const judge = createJudge(parseContract(JSON.stringify(OLD)));
  const patch = (body: unknown, path = '/leads/7'): ReturnType<typeof exchange> =>
    exchange({ method: 'PATCH', path, body });

  test.each([
    [{ notes: null, total: 0.5, size: 9, parent: null }, []],
    [null, []],
    [{ notes: 'too long' }, ['body/notes']],
    [{ total: 0 }, ['body/total']],
    [{ parent: { total: -1 } }, ['body/parent/total']],
    [{ size: null }, ['body/size']],
    [{ parts: [{ total: 'x' }] }, ['body/parts/0/total']],
  ])('of 3.0 judges %j by the rules of 3.0', (body, where) => {
    expect(judge.judgeRequest(patch(body)).map((one) => one.where)).toEqual(where);
  });

  test('finds its operations below the base path, the literal ones first', () => {
    expect(judge.operationOf(exchange({ path: '/leads/newest' }))?.path).toBe('/api/v1/leads/newest');
    expect(judge.operationOf(patch({}))).toMatchObject({
      path: '/api/v1/leads/{lead.id}',
      method: 'PATCH',
    });
    expect(judge.judgeRequest(patch({}, '/leads/seven'))[0]?.where).toBe('path lead.id');
  });

  test('judges answers through references, ranges and defaults', () => {
    const answer = {
      ...patch({}),
      status: 200,
      answer: { notes: 'too long' },
      answerHeaders: { 'x-rest': 'x' },
    };
    expect(judge.judgeAnswer(answer).map((one) => one.where)).toEqual(['header X-Rest', 'answer/notes']);
    expect(judge.judgeAnswer({ ...patch({}), status: 404 })).toEqual([]);
    expect(judge.judgeAnswer(exchange({ path: '/leads/newest', status: 299 }))).toEqual([]);
  });

  test('that describes an answer of any kind still misses it where nothing came', () => {
    const answers = { '200': { content: { 'application/json': { schema: {} } } } };
    const anything = createJudge({ openapi: '3.1.0', paths: { '/leads': { get: { responses: answers } } } });
    const answered = (answer: unknown): string[] =>
      anything.judgeAnswer(exchange({ path: '/leads', status: 200, answer })).map((one) => one.message);

    expect(answered({ x: 1 })).toEqual([]);
    expect(answered(null)).toEqual(['is described, but there is none']);
  });

  test.each([
    ['the base path in the server', 'servers: [{ url: /api/v1/ }]'],
    ['another base path in the server', 'servers: [{ url: "https://x.example/v2" }]'],
    ['no server', 'info: {}'],
  ])('in YAML with %s is understood', (_, head) => {
    const text = `openapi: 3.1.0\n${head}\npaths: { /leads: { get: { responses: {} } } }`;
    expect(createJudge(parseContract(text)).operationOf(exchange({ path: '/leads' }))?.path).toBe('/leads');
  });

  test.each(['swagger: "2.0"', '[]', '{"openapi": 3}', '"3.1.0"'])(
    'is refused when it is none: %s',
    (text) => {
      expect(() => parseContract(text)).toThrow('This is no OpenAPI 3 document');
    },
  );

  test.each([
    ['#/nowhere', 'leads nowhere'],
    ['other.yaml#/paths', 'outside of the document'],
    ['#/paths/~1leads', 'in a circle'],
  ])('with a reference to %s is refused', (reference, message) => {
    const text = JSON.stringify({ openapi: '3.1.0', paths: { '/leads': { $ref: reference } } });
    expect(() => createJudge(parseContract(text))).toThrow(message);
  });
});
