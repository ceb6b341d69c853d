import { describe, expect, test } from '@jest/globals';
import { comparableName, splitName } from '../../src/records/person_name.ts';

describe('a name', () => {
  test.each([
    ['Taylor Morgan', 'Taylor', 'Morgan'],
    ['Mary Jo  Smith', 'Mary Jo', 'Smith'],
    ['Taylor Morgan Jr.', 'Taylor', 'Morgan'],
    ['Taylor Morgan, Jr.', 'Taylor', 'Morgan'],
    ['Taylor Morgan III', 'Taylor', 'Morgan'],
    ['Morgan, Taylor', 'Taylor', 'Morgan'],
    ['Morgan, Taylor J.', 'Taylor J.', 'Morgan'],
    ['Morgan Jr., Taylor', 'Taylor', 'Morgan'],
    ['Taylor Morgan (owner)', 'Taylor', 'Morgan'],
    ['Dr. Taylor Morgan', 'Dr. Taylor', 'Morgan'],
    ['Cher', 'Cher', null],
    ['  ', null, null],
    ['(owner)', null, null],
  ])('"%s" is taken apart into %s and %s', (name, first, last) => {
    expect(splitName(name)).toEqual({ first, last });
  });

  test.each([
    [' taylor   MORGAN ', 'Taylor Morgan'],
    ['Jose\u0301 O’Brien', "José O'Brien"],
    ['O`Brien', "O'Brien"],
  ])('"%s" is the same as "%s"', (one, other) => {
    expect(comparableName(one)).toBe(comparableName(other));
  });

  test('is another one with other accents', () => {
    expect(comparableName('Jose')).not.toBe(comparableName('José'));
  });
});
