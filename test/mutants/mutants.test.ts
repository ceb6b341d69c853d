import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mutants } from './mutants.ts';

// `npm run mutants` breaks the app in each of these ways and runs the tests. Here the list is only kept from growing stale.
test.each(mutants.map((mutant) => [mutant.harm, mutant] as const))(
  '%s: the code stands there once',
  (_harm, { file, code }) => {
    expect(readFileSync(file, 'utf8').split(code)).toHaveLength(2);
  },
);
