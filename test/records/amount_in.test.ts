import { expect, test } from '@jest/globals';
import { amountIn } from '../../src/records/amount_in.ts';

test.each([
  [432.5, 432.5],
  ['432.50', 432.5],
  ['$1,200.00', 1200],
  ['€20', 20],
  ['20.00 £', 20],
  ['-50.00', -50],
  ['-$50.00', -50],
  ['$-50.00', -50],
  ['(50.00)', -50],
  ['($50.00)', -50],
  ['432,50', undefined],
  ['(50.00', undefined],
  ['--5', undefined],
  ['-', undefined],
  ['', undefined],
  [null, undefined],
  [{ amount: 5 }, undefined],
])('the amount in %j is %s', (value, amount) => {
  expect(amountIn(value)).toBe(amount);
});
