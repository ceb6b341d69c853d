import { expect, test } from '@jest/globals';
import { addressLine } from '../../src/records/address_line.ts';

test('an address is one line, without what is missing', () => {
  const parts = { street: '123 Main St', city: 'Charlotte', state: 'NC', zip: '28202' };
  expect(addressLine(parts)).toBe('123 Main St, Charlotte, NC 28202');
  expect(addressLine({ ...parts, street: null, zip: '' })).toBe('Charlotte, NC');
  expect(addressLine({ street: null, city: undefined, state: '', zip: 5 })).toBeNull();
});

test('a number in an address is its digits', () => {
  expect(addressLine({ street: 12, city: 'Charlotte', state: 'NC', zip: 28202 })).toBe(
    '12, Charlotte, NC 28202',
  );
});

test('a state and a ZIP code alone are no address', () => {
  expect(addressLine({ street: ' ', city: null, state: 'NC', zip: '28202' })).toBeNull();
});
