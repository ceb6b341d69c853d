import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { mutants } from './mutants.ts';

// Only checks that the list still fits the code. `npm run mutants` makes the changes and runs the tests.
test.each(mutants.map((mutant) => [mutant.harm, mutant] as const))(
  '%s: the code stands there once',
  (_harm, { file, code }) => {
    expect(readFileSync(file, 'utf8').split(code)).toHaveLength(2);
  },
);
