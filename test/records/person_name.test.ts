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
    ['Morgan, Taylor Jr.', 'Taylor', 'Morgan'],
    ['Taylor Morgan 3rd', 'Taylor', 'Morgan'],
    ['Taylor Morgan, Owner', 'Taylor', 'Morgan'],
    ['Taylor Morgan - Owner', 'Taylor', 'Morgan'],
    ['Acme Pressure Washing, LLC', 'Acme Pressure', 'Washing'],
    ['Smith, Jones & Co', 'Smith Jones &', 'Co'],
    ['van Dyke, Taylor', 'Taylor', 'van Dyke'],
    ['de la Cruz, Taylor', 'Taylor', 'de la Cruz'],
    ['Taylor Morgan the 3rd', 'Taylor', 'Morgan'],
    ['Taylor - Morgan', 'Taylor', 'Morgan'],
    ['Taylor Morgan (704) 555-0123', 'Taylor', 'Morgan'],
    ['Caller +17045550123', 'Caller', null],
    ['Taylor(owner)Morgan', 'Taylor', 'Morgan'],
    ['Taylor Morgan [owner]', 'Taylor', 'Morgan'],
    ['Morgan,', 'Morgan', null],
    ['Smith Jones, Taylor', 'Taylor', 'Smith Jones'],
    ['J.-P. Morgan', 'J.-P.', 'Morgan'],
    ['Smith, Jones, Lee', 'Smith Jones', 'Lee'],
    ['Acme Pressure Washing, Charlotte', 'Acme Pressure Washing', 'Charlotte'],
    ['Md Rahman', 'Md', 'Rahman'],
    ['Taylor Ivy', 'Taylor', 'Ivy'],
    ['Morgan, Corey', 'Corey', 'Morgan'],
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

  test('is another one with other accents, or where a blank parts it', () => {
    expect(comparableName('Ann Lee')).not.toBe(comparableName('Annlee'));
    expect(comparableName('Jose')).not.toBe(comparableName('José'));
  });

  test('of 100,000 brackets is taken apart at once', () => {
    for (const part of ['(', '[', '[a', ', ']) expect(splitName(part.repeat(50_000))).toHaveProperty('first');
  });
});
