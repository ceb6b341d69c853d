import { beforeAll, describe, expect, test } from '@jest/globals';
import { compare, type Comparison } from '../../contract/compare.ts';
import { loadContract, parseContract, type Exchange } from '../../contract/judge.ts';
import { recordEveryOperation } from '../../proof/recording/recording.ts';
import { reportOf } from '../../contract/report.ts';
import { alteredDocument } from './altered.ts';

const ours = loadContract('contract/openapi.yaml');
let exchanges: Exchange[];
beforeAll(async () => {
  exchanges = await recordEveryOperation();
}, 30_000);

function against(text: string): Comparison & { contradicted: string[]; unknown: string[] } {
  const comparison = compare(ours, parseContract(text), exchanges);
  const by = (verdict: string): string[] =>
    comparison.findings.filter((one) => one.verdict === verdict).map(({ what }) => what);
  return { ...comparison, contradicted: by('contradicted'), unknown: by('unknown') };
}

describe('the recording', () => {
  test('holds every kind of request that the contract describes, each of them accepted', () => {
    expect(exchanges.filter(({ status }) => status >= 400)).toEqual([]);
    const kinds = exchanges.map(({ method, path }) => `${method} /${path.split('/')[1] ?? ''}`);
    expect([...new Set(kinds)].sort()).toEqual([
      'DELETE /webhooks',
      'GET /clients',
      'GET /estimates',
      'GET /invoices',
      'GET /jobs',
      'GET /leads',
      'PATCH /clients',
      'PATCH /estimates',
      'PATCH /jobs',
      'PATCH /leads',
      'POST /clients',
      'POST /estimates',
      'POST /jobs',
      'POST /leads',
      'POST /webhooks',
    ]);
  });

  test('sends every field of an update, also emptied', () => {
    const sent = exchanges.filter(({ method, path }) => method === 'PATCH' && path.startsWith('/leads'));
    const values = sent.flatMap(({ body }) => Object.entries(body ?? {}));
    expect(values).toContainEqual(['city', null]);
    expect(values.map(([key]) => key)).toEqual(expect.arrayContaining(['customer_name', 'status', 'source']));
  });
});

describe('our own document, unaltered', () => {
  test('confirms every assumption and accepts every request', () => {
    const { findings, contradicted, unknown, objections, contradictions } = against(JSON.stringify(ours));

    expect(findings.length).toBeGreaterThan(100);
    expect({ contradicted, unknown, contradictions }).toEqual({
      contradicted: [],
      unknown: [],
      contradictions: 0,
    });
    expect(objections).toEqual({ lacking: [], neverSent: [], refused: [] });
  });
});

describe('a document with bare answers', () => {
  test('contradicts the data around records and lists, and leaves open what was inside', () => {
    const { contradicted, unknown, objections } = against(alteredDocument('bare answers'));

    expect(contradicted).toEqual(expect.arrayContaining(['Page requires data', 'Single']));
    expect(contradicted).not.toContain('Lead');
    expect(unknown).toContain('Lead');
    expect(objections).toEqual({ lacking: [], neverSent: [], refused: [] });
  });
});

describe('a document without DELETE on webhooks', () => {
  test('contradicts just that, and would refuse the request', () => {
    const { contradicted, unknown, objections, contradictions } = against(alteredDocument('no delete'));

    expect(contradicted).toEqual(['DELETE /webhooks/{id}']);
    expect(unknown).toEqual([]);
    expect(objections.refused).toEqual(['DELETE /webhooks/{id}: is not described']);
    expect(contradictions).toBe(2);
  });
});

describe('a document with another name for a field', () => {
  test('lacks what the app sends, and requires what the app never sends', () => {
    const { contradicted, objections } = against(alteredDocument('another name'));

    expect(contradicted).toEqual(['Lead', 'LeadUpdate.source']);
    expect(objections).toEqual({
      lacking: ['POST /leads body source', 'PATCH /leads/{id} body source'],
      neverSent: ['POST /leads body lead_source'],
      refused: [],
    });
  });
});

describe('a document that says little', () => {
  test('leaves the assumptions unknown, and does not know the requests', () => {
    const { contradicted, unknown, objections } = against('{"openapi": "3.1.0", "paths": {}}');

    expect(contradicted).toEqual([]);
    expect(unknown).toHaveLength(against(JSON.stringify(ours)).findings.length);
    expect(objections.refused.length).toBeGreaterThan(10);
  });

  test.each([
    ['a field of the query', { query: { status: 'x' } }, { lacking: ['GET /leads query status'] }],
    ['a field in a line', { body: { lines: [{ b: 1 }] } }, { lacking: ['GET /leads body lines[].b'] }],
    ['nothing in a line', { body: { lines: [{}] } }, { neverSent: ['GET /leads body lines[].a'] }],
    [
      'a value of another type',
      { body: { lines: 1 } },
      { refused: ['GET /leads body/lines: must be array'] },
    ],
  ])('names %s', (_, parts, objections) => {
    const lines = { type: 'array', items: { properties: { a: {} }, required: ['a'] } };
    const body = { content: { 'application/json': { schema: { properties: { lines } } } } };
    const paths = { '/leads': { get: { requestBody: body } } };
    const sent = { ...exchangeOf('GET', '/leads'), ...parts };
    const found = compare(ours, { openapi: '3.1.0', paths }, [sent]).objections;

    expect(found).toMatchObject(objections);
  });
});

describe('the report', () => {
  test('is a line for each assumption, what the app sends, and a summary', () => {
    const comparison = against(alteredDocument('another name'));
    const lines = reportOf(comparison, 'other.yaml');

    expect(lines).toContain('contradicted  LeadUpdate.source  (PATCH /leads/{id} body source)');
    expect(lines).toContain('The app sends, and the document lacks:');
    expect(lines).toContain('  POST /leads body source');
    expect(lines.at(-1)).toMatch(/^\d+ assumptions: .* other\.yaml contradicts the app in 5 points\.$/);
  });
});

function exchangeOf(method: string, path: string): Exchange {
  const empty = { query: {}, headers: {}, body: null, status: 0, answer: null, answerHeaders: {} };
  return { method, path, ...empty };
}
