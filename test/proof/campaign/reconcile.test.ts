import { describe, expect, test } from '@jest/globals';
import { DeliveryTally, type Arrival } from '../../../proof/campaign/delivery_tally.ts';
import { reconcile } from '../../../proof/campaign/reconcile.ts';
import type { FormWrite, Scenario } from '../../../proof/campaign/scenarios.ts';
import { isSentence } from '../../../proof/sentence.ts';

const form = { customer_name: 'Taylor Morgan #7', services: [{ service_slug: 'house_wash', sqft: 2400 }] };
const record = (id: string): Record<string, unknown> => ({ id, total: 150, ...form });
const unknown = 'It may have been saved: look for it in CleanEstimate Pro.';
const saved = (id: string, more = {}): FormWrite => ({
  ...{ form, tries: [{ ms: 1 }], state: 'saved', dueAt: 0 },
  record: { ...record(id), ...more },
});
const failed = (sentence: string) => ({ ms: 1, error: { name: 'AppError', sentence } });
const gaveUpWith = (sentence: string): FormWrite => ({
  ...{ form, tries: [failed(sentence)], state: 'gave_up', dueAt: 0 },
});
const gaveUp = gaveUpWith(unknown);

type Judged = Pick<Scenario, 'story' | 'writes'>;
const scenario = (story: Scenario['story'], ...writes: FormWrite[]): Judged => ({ story, writes });
const findings = (of: Judged, ...found: Record<string, unknown>[]): string[] =>
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

  test('finds a double click that became two records, and counts it apart, too', () => {
    const clicked = scenario('double_click', saved('a'), saved('b'));
    expect(reconcile(clicked, [record('a'), record('b')]).doubled).toBe(1);
    expect(findings(clicked, record('a'), record('b'))).toEqual(['duplicate']);
    expect(reconcile(clicked, [record('a'), record('b')], [record('c'), record('d')]).doubled).toBe(2);
  });

  test('finds a client that was made twice', () => {
    const job = scenario('once', saved('a'));
    const made = (...clients: string[]) => reconcile(job, [record('a')], clients.map(record)).findings;
    expect([made(), made('c')]).toEqual([[], []]);
    expect(made('c', 'd')).toEqual([{ what: 'duplicate', sentence: '2 clients instead of 1' }]);
  });

  test('allows that an equal form is taken for the one before when nobody knew what became of that', () => {
    const first: FormWrite = { ...saved('a'), tries: [failed(unknown), { ms: 1 }] };
    const merged = scenario('equal_writes', first, saved('a'));
    expect(reconcile(merged, [record('a')])).toMatchObject({ expected: 1, merged: 1, findings: [] });
    const itself = scenario('equal_writes', saved('a'), first);
    expect(findings(itself, record('a'))).toEqual(['loss', 'wrong merge']);
  });

  test('takes a record that a list wrote in another way for what it is', () => {
    const listed = saved('a', { customer_name: undefined, services: ['House Wash'] });
    expect(findings(scenario('once', listed), record('a'))).toEqual([]);
  });

  test.each([
    ['CleanEstimate Pro had a problem.', ['loss', 'silent end']],
    ['It may or may not have been saved; a replay is safe.', ['silent end']],
    [unknown, []],
    ['Nothing was saved. Replay the step later.', []],
  ])('given a write that gave up with "%s" and no record, finds %j', (sentence, expected) => {
    expect(findings(scenario('once', gaveUpWith(sentence)))).toEqual(expected);
  });

  test('finds no loss in a write that gave up in silence, when its record is there', () => {
    const silent = gaveUpWith('CleanEstimate Pro had a problem.');
    expect(findings(scenario('once', silent), record('a'))).toEqual(['silent end']);
    expect(findings(scenario('delivered_twice', saved('a'), silent), record('a'))).toEqual(['silent end']);
    expect(findings(scenario('equal_writes', saved('a'), silent), record('a'))).toEqual([
      'loss',
      'silent end',
    ]);
  });

  test('finds an error that was not true', () => {
    const lying: FormWrite = { ...saved('a'), tries: [{ ...failed(unknown), lie: 'said so' }, { ms: 1 }] };
    const { findings: found } = reconcile(scenario('once', lying), [record('a')]);
    expect(found).toEqual([{ what: 'lie', sentence: 'said so' }]);
  });

  describe('of two forms with one Unique Reference', () => {
    const other = { ...form, services: [] };
    const refusal: FormWrite = { ...gaveUpWith('It was used before, so nothing was written.'), form: other };
    const both = (second: FormWrite): Judged => scenario('reference_reused', saved('a'), second);

    test('finds nothing wrong when the second is refused in words', () => {
      expect(reconcile(both(refusal), [record('a')])).toMatchObject({ refused: 1, findings: [] });
    });

    test('finds a second that was saved, or was given the record of the first', () => {
      const second = { ...record('b'), ...other };
      const savedToo: FormWrite = { ...saved('b', other), form: other };
      expect(findings(both(savedToo), record('a'), second)).toEqual(['duplicate']);
      expect(findings(both({ ...saved('a'), form: other }), record('a'))).toEqual(['wrong merge']);
    });
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
