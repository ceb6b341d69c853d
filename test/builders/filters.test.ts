import { describe, expect, test } from '@jest/globals';
import { minimumTotal, serviceType } from '../../src/builders/filters.ts';
import { invoice } from '../../src/records/invoice.ts';

const { passes } = minimumTotal(invoice);

describe('a minimum total of 500', () => {
  test.each<[unknown, boolean]>([
    [500, true],
    [499.99, false],
    [-20, false],
    ['$1,200.00', true],
    ['$80.00', false],
    ['80', false],
    ['500 USD', true],
    ['US$499', false],
  ])('reads %j: passes %p', (total, isPassing) => {
    expect(passes({ id: 'i1', total }, 500)).toBe(isPassing);
  });

  test.each<[unknown]>([
    [undefined],
    [null],
    [''],
    ['on request'],
    ['1.200'],
    [{ amount: 8000 }],
    [[80]],
    [true],
  ])(
    'lets %j pass, which cannot be compared: better a run too many than an invoice that is missed',
    (total) => {
      expect(passes({ id: 'i1', total }, 500)).toBe(true);
    },
  );
});

test('a filter looks at what a record has of its own', () => {
  expect(serviceType.passes({ id: 'j1', service_type: 'Roof Wash' }, 'house_wash')).toBe(false);
  expect(serviceType.passes({ id: 'j1' }, 'house_wash')).toBe(true);
});
