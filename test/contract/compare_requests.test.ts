import { describe, expect, test } from '@jest/globals';
import { compareRequests } from '../../contract/compare_requests.ts';
import { reportOf } from '../../contract/report.ts';
import { exchange } from './examples.ts';

describe('the comparison with what a document says of requests', () => {
  test.each([
    ['a field of the query', { query: { status: 'x' } }, { lacking: ['GET /leads query status'] }],
    ['a field in a line', { body: { lines: [{ b: 1 }] } }, { lacking: ['GET /leads body lines[].b'] }],
    ['nothing in a line', { body: { lines: [{}] } }, { neverSent: ['GET /leads body lines[].a'] }],
    [
      'a value of another type',
      { body: { lines: 1 } },
      { refused: ['GET /leads body lines: must be array'] },
    ],
  ])('names %s', (_, parts, objections) => {
    const lines = { type: 'array', items: { properties: { a: {} }, required: ['a'] } };
    const body = { content: { 'application/json': { schema: { properties: { lines } } } } };
    const paths = { '/leads': { get: { requestBody: body } } };
    const sent = exchange({ method: 'GET', path: '/leads', ...parts });

    expect(compareRequests([sent], { openapi: '3.1.0', paths })).toMatchObject(objections);
  });

  test('names a required field that one request sends and another leaves out', () => {
    const schema = { properties: { city: {} }, required: ['city'] };
    const body = { content: { 'application/json': { schema } } };
    const paths = { '/leads': { post: { requestBody: body } } };
    const sent = [{ city: 'Charlotte' }, {}].map((one) =>
      exchange({ method: 'POST', path: '/leads', body: one }),
    );

    expect(compareRequests(sent, { openapi: '3.1.0', paths })).toEqual({
      lacking: [],
      neverSent: [],
      refused: ['POST /leads body city: is missing'],
    });
  });

  test('names a field where it describes none and takes no others', () => {
    const body = { content: { 'application/json': { schema: { additionalProperties: false } } } };
    const paths = { '/leads': { post: { requestBody: body } } };
    const sent = exchange({ method: 'POST', path: '/leads', body: { city: 'Charlotte' } });

    expect(compareRequests([sent], { openapi: '3.1.0', paths }).lacking).toEqual(['POST /leads body city']);
  });
});

describe('the report', () => {
  test('of our own document says that nothing was compared with what is assumed', () => {
    const objections = { lacking: [], neverSent: [], refused: ['POST /leads body city: must be string'] };
    const { lines, contradictions } = reportOf('contract/openapi.yaml', objections, 7);

    expect(contradictions).toBe(1);
    expect(lines.join('\n')).not.toContain('confirmed');
    expect(lines.at(-1)).toBe(
      '7 assumptions, none of them compared: for that, name another document by --spec. contract/openapi.yaml contradicts the app in 1 point.',
    );
  });
});
