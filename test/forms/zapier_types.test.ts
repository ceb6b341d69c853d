import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';
import { operations } from '../../scripts/definition.ts';
import { asZapierHandsOver } from '../../workbench/input_types.ts';

/*
 * Zapier changes what is mapped into a field before the app sees it, by the field's type: it makes 2 of "2,400" for a
 * number. The CLI does as production does, and is asked here.
 */

const convert = (value: string, type: string | undefined, timeZone: string): unknown =>
  asZapierHandsOver({ key: value }, [{ key: 'key', ...(type !== undefined && { type }) }], timeZone).key;
const typed = ['2,400', 'n/a', 'off', '03/20/2026 9am', 'yes please', '28202', '-', '(704) 555-0123'];

function withChildren(fields: readonly PlainInputField[]): PlainInputField[] {
  return fields.flatMap((field) => [field, ...withChildren(field.children ?? [])]);
}

test("a field of Zapier's own number type would lose the number", () => {
  expect(convert('2,400', 'integer', 'America/New_York')).toBe(2);
});

test('a number that is mapped from another step arrives as text in a field for text', () => {
  expect(asZapierHandsOver({ notes: 432.5 }, [{ key: 'notes', type: 'string' }])).toEqual({ notes: '432.5' });
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
