import type { FieldText } from '../forms/field_meta.ts';
import { quantity } from '../forms/kinds.ts';

/** The field of a trigger that waits: whole days, at least 1. */
export function daysField(
  defaultDays: number,
  { label, helpText }: Required<Pick<FieldText, 'label' | 'helpText'>>,
) {
  return quantity(
    { label, helpText: `${helpText} ${defaultDays} when left blank.`, default: String(defaultDays) },
    { least: 1, whole: true, units: ['day', 'days'] },
  );
}
