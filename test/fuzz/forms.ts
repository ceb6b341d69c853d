import fc from 'fast-check';
import { anything } from './values.ts';

/** The parts of an input field that decide which values are tried. */
export interface Field {
  key: string;
  choices?: { value: string; label: string }[];
  children?: Field[];
  altersDynamicFields?: boolean;
}

// Values that people do fill in. With random values alone, nearly every form would fail at its first field.
const likely: readonly [key: RegExp, values: readonly unknown[]][] = [
  [/email$/, ['taylor@example.com', ' Taylor@Example.com ']],
  [/phone$/, ['(704) 555-0123', 7045550123, '+49 30 901820']],
  [/date$|expires_at/, ['03/20/2026', '2026-03-20T09:00:00-04:00', 'March 20, 2026 9am']],
  [/time/, ['9am', '14:30']],
  [/state$/, ['NC', 'North Carolina']],
  [/zip$/, ['28202', 2138]],
  [/sqft|stories|days|total|feet|footage|size|year/, [2, '2,400', '1.5']],
  [/enabled/, [true, 'no']],
  [/name|note|source|address|city|number|instructions|reference/, ['Taylor Morgan', '123 Main St']],
];

/**
 * Randomly filled-in forms: each field is left out, has a likely value, or has any JSON value.
 * @param ids the ids of existing records, for fields that take one
 */
export function formsOf(
  fields: readonly Field[],
  ids: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const entries = fields.map((field) => [field.key, valuesOf(field, ids)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] });
}

function valuesOf({ key, choices = [], children }: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  const good: unknown[] = [
    ...choices.flatMap(({ value, label }) => [value, label]),
    ...(key.endsWith('_id') ? ids : []),
    ...(likely.find(([pattern]) => pattern.test(key))?.[1] ?? []),
  ];
  const usual = children
    ? fc.array(formsOf(children, ids), { maxLength: 3 })
    : fc.constantFrom(...(good.length > 0 ? good : ['Something']));
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 2, arbitrary: anything });
}
