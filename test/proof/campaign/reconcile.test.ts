import { describe, expect, test } from '@jest/globals';
import { DeliveryTally, type Arrival } from '../../../proof/campaign/delivery_tally.ts';
import { reconcile } from '../../../proof/campaign/reconcile.ts';
import type { FormWrite, Scenario } from '../../../proof/campaign/scenarios.ts';
import { isSentence } from '../../../proof/sentence.ts';

const form = { customer_name: 'Taylor Morgan #7', services: [{ service_slug: 'house_wash', sqft: 2400 }] };
const record = (id: string): Record<string, unknown> => ({ id, total: 150, ...form });
const saved = (id: string, more = {}): FormWrite => ({
  tries: [{ ms: 1 }],
  state: 'saved',
  record: { ...record(id), ...more },
});
const gaveUp: FormWrite = { tries: [{ ms: 1 }], state: 'gave_up' };

const scenario = (story: Scenario['story'], ...writes: FormWrite[]): Scenario => ({
  ...{ story, action: 'create_estimate', resource: 'estimates', marker: '#7', form, writes },
});
const findings = (of: Scenario, ...found: Record<string, unknown>[]): string[] =>
  reconcile(of, found).findings.map(({ what }) => what);

describe('reconciling a scenario with its records', () => {
  test('finds nothing wrong with one record for one form', () => {
    expect(findings(scenario('once', saved('a')), record('a'))).toEqual([]);
  });

  test('finds a duplicate', () => {
    expect(findings(scenario('once', saved('a')), record('a'), record('b'))).toEqual(['duplicate']);
  });

  test('finds a duplicate of a submission that was delivered twice', () => {
    const twice = scenario('delivered_twice', saved('a'), saved('b'));
    expect(findings(twice, record('a'), record('b'))).toEqual(['duplicate']);
  });

  test('finds a duplicate left behind by a write that gave up', () => {
    expect(findings(scenario('once', gaveUp), record('a'), record('b'))).toEqual(['duplicate']);
  });

  test('finds a loss', () => {
    expect(findings(scenario('once', saved('a')))).toEqual(['loss', 'loss']);
    expect(findings(scenario('equal_writes', saved('a'), saved('b')), record('a'))).toEqual(['loss', 'loss']);
  });

  test('finds a success whose record is another than the one that is there', () => {
    expect(findings(scenario('once', saved('b')), record('a'))).toEqual(['loss']);
  });

  test('finds two genuine writes merged into one record', () => {
    const merged = scenario('equal_writes', saved('a'), saved('a'));
    expect(findings(merged, record('a'))).toEqual(['loss', 'wrong merge']);
  });

  test("finds a write that was given another form's record", () => {
    const merged = scenario('once', saved('a', { customer_name: 'Li #8' }));
    expect(findings(merged, record('a'))).toEqual(['wrong merge']);
  });

  test('finds a record that does not say what the form said', () => {
    const altered = { ...record('a'), services: [{ service_slug: 'roof_wash', sqft: 2400 }] };
    expect(findings(scenario('once', saved('a')), altered)).toEqual(['wrong merge']);
    expect(findings(scenario('once', saved('a')), { ...record('a'), services: [] })).toEqual(['wrong merge']);
  });

  test('lets a write that gave up have been saved, or not', () => {
    expect(reconcile(scenario('once', gaveUp), [])).toMatchObject({ leftBehind: 0, findings: [] });
    expect(reconcile(scenario('once', gaveUp), [record('a')])).toMatchObject({ leftBehind: 1, findings: [] });
  });

  test('counts a double click that became two records apart', () => {
    const clicked = scenario('double_click', saved('a'), saved('b'));
    expect(reconcile(clicked, [record('a'), record('b')])).toMatchObject({ doubled: 1, findings: [] });
  });
});

describe('judging an arrival', () => {
  const arrival = (
    expected: Arrival['expected'],
    items: unknown[],
    ...errors: Arrival['errors']
  ): unknown => {
    const tally = new DeliveryTally();
    const numbers = { runs: 1, replays: 0, longestMs: 1 };
    tally.add({ trigger: 'new_lead', name: 'made up', expected, recordId: 'a', items, errors, ...numbers });
    return tally;
  };
  const halted = { name: 'HaltedError', sentence: 'A delivery was ignored.', readable: true };
  const crashed = { name: 'TypeError', sentence: 'undefined is not a function', readable: false };
  const right = {
    acceptedForgeries: 0,
    crashes: 0,
    missed: 0,
    firedTwice: 0,
    firedWrongly: 0,
    offenders: [],
  };

  test('finds nothing wrong when each does what it has to', () => {
    expect(arrival('fires', ['a'])).toMatchObject(right);
    expect(arrival('silent', [])).toMatchObject(right);
    expect(arrival('refused', [], halted)).toMatchObject(right);
  });

  test.each([
    ['an accepted forgery', arrival('refused', ['a']), 'acceptedForgeries'],
    ['a forgery that was not refused aloud', arrival('refused', []), 'acceptedForgeries'],
    ['a missed delivery', arrival('fires', [], halted), 'missed'],
    ['one that fired twice', arrival('fires', ['a', 'a']), 'firedTwice'],
    ['one that fired for nothing', arrival('silent', ['a']), 'firedWrongly'],
    ['one that fired for another record', arrival('fires', ['b']), 'firedWrongly'],
    ['a crash', arrival('silent', [], crashed), 'crashes'],
  ])('finds %s', (_what, tally, finding) => {
    expect(tally).toMatchObject({ ...right, [finding]: 1, offenders: [expect.stringContaining(finding)] });
  });
});

test.each([
  ['CleanEstimate Pro is busy.', true],
  ['It said undefined.', false],
  ['no capital letter.', false],
  ['{"code": 500}', false],
  [`${'A'.repeat(250)}.`, false],
])('%j is a sentence for a person: %p', (text, expected) => {
  expect(isSentence(text)).toBe(expected);
});
