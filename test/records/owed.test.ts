import { describe, expect, test } from '@jest/globals';
import { dueDayOf, isOwed } from '../../src/records/owed.ts';

describe('an invoice is owed', () => {
  test.each([
    [{ balance_due: 12.5 }, true],
    [{ balance_due: 0 }, false],
    [{ balance_due: '$1,200.00' }, true],
    [{ balance_due: '0.00' }, false],
    [{ balance_due: -5 }, false],
    [{ balance_due: '($5.00)' }, false],
    [{ balance_due: '0.00 USD' }, false],
    [{ balance_due: null, total: 100, amount_paid: 100 }, false],
    [{ balance_due: '', total: '100.00', amount_paid: 20 }, true],
    [{ total: 100 }, true],
    [{}, true],
  ])('%j: %s', (fields, owed) => {
    expect(isOwed({ id: 'i1', ...fields })).toBe(owed);
  });
});

describe('an invoice is due on a day', () => {
  const third = Date.UTC(2026, 3, 3);

  test.each([
    ['2026-04-03', third],
    [' 2026-04-03 ', third],
    ['2026-04-03T00:00:00.000Z', third],
    ['2026-04-03T23:59:59-04:00', third],
    ['4/3/2026', third],
    ['04/03/2026 12:00 AM', third],
    [third / 1000, third],
    [String(third + 5_000), third],
    [null, undefined],
    ['', undefined],
    ['on receipt', undefined],
  ])('%j', (due_date, day) => {
    expect(dueDayOf({ id: 'i1', due_date })).toBe(day);
  });
});
