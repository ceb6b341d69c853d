import { beforeAll, describe, expect, test } from '@jest/globals';
import { ApiDocument } from '../../contract/api_document.ts';
import { compareAssumptions, type ComparedAssumption } from '../../contract/compare_assumptions.ts';
import { compareRequests, type Objections } from '../../contract/compare_requests.ts';
import { member } from '../../contract/json.ts';
import { createJudge, loadContract, parseContract, type Exchange } from '../../contract/judge.ts';
import { listOperations } from '../../contract/operations.ts';
import { recordEveryOperation } from '../../proof/recording/recording.ts';
import { contractCommand } from '../../contract/command.ts';
import { reportOf } from '../../contract/report.ts';
import { alteredDocument } from './altered.ts';
import { ended, type Ended } from '../support/ended.ts';
import { exchange } from './examples.ts';

const ours = loadContract('contract/openapi.yaml');
const document = new ApiDocument(ours);
let exchanges: Exchange[];
beforeAll(async () => {
  exchanges = await recordEveryOperation();
}, 30_000);

const run = (recorded: Exchange[], ...args: string[]): Promise<Ended> =>
  ended(
    contractCommand(() => Promise.resolve(recorded)),
    ...args,
  );

interface Against {
  assumptions: ComparedAssumption[];
  contradicted: string[];
  unknown: string[];
  objections: Objections;
}

function against(text: string): Against {
  const theirs = parseContract(text);
  const assumptions = compareAssumptions(ours, theirs);
  const by = (agreement: string): string[] =>
    assumptions.filter((one) => one.agreement === agreement).map(({ pointer }) => pointer);
  const objections = compareRequests(exchanges, theirs);
  return { assumptions, contradicted: by('contradicted'), unknown: by('unknown'), objections };
}

describe('the recording', () => {
  test('holds a request to each operation of the contract but one, each of them accepted', () => {
    expect(exchanges.filter(({ status }) => status >= 400)).toEqual([]);
    const judge = createJudge(ours);
    const recorded = new Set(exchanges.map((one) => judge.operationOf(one)?.call));
    const described = listOperations(document).map(({ call }) => call);
    // The app never reads the API's own OpenAPI document.
    const unused = ['GET /openapi.json'];
    expect(described.filter((call) => !recorded.has(call))).toEqual(unused);
  });

  test('subscribes to each event that the contract describes a delivery of', () => {
    const asked = exchanges.filter(({ method, path }) => method === 'POST' && path === '/webhooks');
    const events = asked.flatMap(({ body }) => member(body, 'events'));
    expect(events.sort()).toEqual(
      document
        .children(ours, 'webhooks')
        .map(([name]) => name)
        .sort(),
    );
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
    const { assumptions, contradicted, unknown, objections } = against(JSON.stringify(ours));

    expect(assumptions.length).toBeGreaterThan(100);
    expect({ contradicted, unknown }).toEqual({ contradicted: [], unknown: [] });
    expect(objections).toEqual({ lacking: [], neverSent: [], refused: [] });
    expect(reportOf('other.yaml', objections, assumptions).contradictions).toBe(0);
  });
});

describe('a document with bare answers', () => {
  test('contradicts the data around records and lists, and leaves open what was inside', () => {
    const { contradicted, unknown, objections } = against(alteredDocument('bare answers'));

    expect(contradicted).toEqual(
      expect.arrayContaining(['/components/schemas/Page/allOf/0', '/components/schemas/Single']),
    );
    expect(contradicted).not.toContain('/components/schemas/Lead');
    expect(unknown).toContain('/components/schemas/Lead');
    expect(objections).toEqual({ lacking: [], neverSent: [], refused: [] });
  });
});

describe('a document without DELETE on webhooks', () => {
  test('contradicts just that, and would refuse the request', () => {
    const { assumptions, contradicted, unknown, objections } = against(alteredDocument('no delete'));

    expect(contradicted).toEqual(['/paths/~1webhooks~1{id}/delete']);
    expect(unknown).toEqual([]);
    expect(objections.refused).toEqual(['DELETE /webhooks/{id}: is not described']);
    expect(reportOf('other.yaml', objections, assumptions).contradictions).toBe(2);
  });
});

describe('a document with another name for a field', () => {
  test('lacks what the app sends, and requires what the app never sends', () => {
    const { contradicted, objections } = against(alteredDocument('another name'));

    expect(contradicted).toEqual([
      '/components/schemas/Lead',
      '/components/schemas/LeadUpdate/properties/source',
    ]);
    expect(objections).toEqual({
      lacking: ['POST /leads body source', 'PATCH /leads/{id} body source'],
      neverSent: ['POST /leads body lead_source'],
      refused: [],
    });
  });
});

describe('a document that says little', () => {
  test('leaves the assumptions unknown, and does not know the requests', () => {
    const { assumptions, contradicted, unknown, objections } = against('{"openapi": "3.1.0", "paths": {}}');

    expect(contradicted).toEqual([]);
    expect(unknown).toEqual(assumptions.map(({ pointer }) => pointer));
    expect(objections.refused.length).toBeGreaterThan(10);
  });
});

describe('the report', () => {
  test('is a line for each assumption, what the app sends, and a summary', () => {
    const { objections, assumptions } = against(alteredDocument('another name'));
    const { lines } = reportOf('other.yaml', objections, assumptions);

    expect(lines).toContain(
      'contradicted  /components/schemas/LeadUpdate/properties/source  (PATCH /leads/{id} body source)',
    );
    expect(lines).toContain('The app sends, and the document lacks:');
    expect(lines).toContain('  POST /leads body source');
    expect(lines.at(-1)).toMatch(/^\d+ assumptions: .* other\.yaml contradicts the app in 5 points\.$/);
  });
});

describe('npm run contract', () => {
  test('judges the app by our own contract, compares nothing and ends with 0', async () => {
    const { code, stdout } = await run(exchanges);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ requests of the app, of \d+ kinds, judged by contract\/openapi\.yaml\n/);
    expect(stdout).toMatch(
      /\n\d+ assumptions, none of them compared: .* Nothing in contract\/openapi\.yaml contradicts the app\.\n$/,
    );
    expect(stdout).not.toContain('confirmed');
  });

  test('ends with 1 when our own contract would refuse a request of the app', async () => {
    const wrong = exchange({ method: 'GET', path: '/leads', query: { colour: 'red' } });
    const { code, stdout } = await run([...exchanges, wrong]);

    expect(code).toBe(1);
    expect(stdout).toContain('The app sends, and the document lacks:\n  GET /leads query colour\n');
  });

  test('compares it with the document in a file and ends with 0 when that agrees', async () => {
    const { code, stdout } = await run(exchanges, '--spec', 'contract/openapi.yaml');

    expect(code).toBe(0);
    expect(stdout).toMatch(
      / 0 contradicted, 0 unknown\. Nothing in contract\/openapi\.yaml contradicts the app\.\n$/,
    );
  });
});
