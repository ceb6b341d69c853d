import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';
import { isObject } from '../../src/lib/guards.ts';
import { operations } from '../../scripts/definition.ts';

/*
 * Zapier changes what is mapped into a field before the app sees it, by the field's type: it makes 2 of "2,400" for a
 * number. The CLI does as production does, and is asked here.
 */

type Convert = (value: string, type: string | undefined, timeZone: string) => unknown;
const inputTypes: unknown = createRequire(__filename)(
  'zapier-platform-cli/src/oclif/commands/invoke/input-types.js',
);

function converterOf(module: unknown): Convert {
  if (typeof module !== 'function') throw new Error('The CLI no longer has its conversion there.');
  return (value, type, timeZone) => {
    const converted: unknown = Reflect.apply(module, undefined, [
      { key: value },
      [{ key: 'key', type }],
      timeZone,
    ]);
    return isObject(converted) ? converted.key : undefined;
  };
}

const convert = converterOf(inputTypes);
const typed = ['2,400', 'n/a', 'off', '03/20/2026 9am', 'yes please', '28202', '-', '(704) 555-0123'];

function withChildren(fields: readonly PlainInputField[]): PlainInputField[] {
  return fields.flatMap((field) => [field, ...withChildren(field.children ?? [])]);
}

test("a field of Zapier's own number type would lose the number", () => {
  expect(convert('2,400', 'integer', 'America/New_York')).toBe(2);
});

const withFields = operations.filter(({ fields }) => fields.length > 0);

describe.each(withFields.map((operation) => [operation.key, operation] as const))(
  '%s',
  (_key, { fields }) => {
    test.each(withChildren(fields).map((field) => [field.key, field] as const))(
      '%s arrives as it was mapped',
      (_field, { type }) => {
        for (const value of typed) expect(convert(value, type, 'America/New_York')).toBe(value);
      },
    );
  },
);
