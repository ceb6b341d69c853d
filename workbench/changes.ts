import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { isBlank, isObject } from '../src/lib/guards.ts';

/** A field of a step, and what became of what was typed into it. */
export interface Change {
  label: string;
  /** What was typed; '' for what the app read out of another field. */
  typed: string;
  stored: string;
}

/** What a step made of its form. */
export interface Changes {
  /** The fields whose value is another one now. */
  changed: Change[];
  /** The labels of the filled fields that are as they were typed, or that the record does not show. */
  same: string[];
}

/**
 * Compares the form of a step with the record that came of it.
 * @param fields of the step's operation
 * @param outputs of the operation: some of them go by another label in the form
 */
export function changesOf(
  fields: readonly PlainInputField[],
  outputs: readonly PlainOutputField[],
  input: Record<string, unknown>,
  output: unknown,
): Changes {
  const record = isObject(output) ? output : {};
  const labelOf = (key: string): string =>
    fields.find((field) => field.key === key)?.label ??
    outputs.find((field) => field.key === key)?.label ??
    key;
  const filled = Object.entries(input).filter(([, value]) => !isBlank(value));
  const isSame = ([key, typed]: [string, unknown]): boolean =>
    isBlank(record[key]) || shown(record[key]) === shown(typed);
  // Of a record that was there before, the other fields are as they were: nothing was read into them.
  const isNew = !fields.some(({ required, dynamic }) => required === true && dynamic !== undefined);
  const read = isNew ? fields.filter(({ key }) => isBlank(input[key]) && !isBlank(record[key])) : [];
  return {
    changed: [
      ...filled
        .filter((entry) => !isSame(entry))
        .map(([key, typed]) => ({ label: labelOf(key), typed: shown(typed), stored: shown(record[key]) })),
      ...read.map(({ key }) => ({ label: labelOf(key), typed: '', stored: shown(record[key]) })),
    ],
    same: filled.filter(isSame).map(([key]) => labelOf(key)),
  };
}

/** A value as one text: lists with commas, line items as their values. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (isObject(value)) return Object.values(value).map(shown).filter(Boolean).join(' ');
  return typeof value === 'string' ? value.replace(/\s+/g, ' ') : JSON.stringify(value);
}
