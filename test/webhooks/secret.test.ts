import { expect, test } from '@jest/globals';
import { secretIn } from '../../src/webhooks/secret.ts';

test.each([
  [{ a: { b: { c: { d: { secret: 's' } } } } }, 's'],
  [{ a: { b: { c: { d: { e: { secret: 's' } } } } } }, undefined],
  [[{ secret: 's' }], 's'],
  [[{ secret: 'a' }, { secret: 'b' }], undefined],
  [{ secret: ' ' }, undefined],
  ['secret', undefined],
  [null, undefined],
])('of %j the secret is %j', (answer, secret) => {
  expect(secretIn(answer)).toBe(secret);
});
