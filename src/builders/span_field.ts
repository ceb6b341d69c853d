import type { FieldText } from '../forms/field_meta.ts';
import { quantity } from '../forms/kinds.ts';

/** How long a trigger waits: whole days unless it says otherwise, at least one. */
export interface Span {
  /** What stands in the field at first, and counts when it is left blank. */
  usual: number;
  unit?: 'hour' | 'day' | 'month';
  least?: number;
  most?: number;
}

/** The field of a trigger that waits. */
export function spanField(
  { usual, unit = 'day', least = 1, most }: Span,
  { label, helpText }: Required<Pick<FieldText, 'label' | 'helpText'>>,
) {
  return quantity(
    { label, helpText: `${helpText} ${usual} when left blank.`, default: String(usual) },
    { least, whole: true, units: [unit, `${unit}s`], ...(most !== undefined && { most }) },
  );
}
