import { randomUUID } from 'node:crypto';
import { isObject } from '../../src/lib/guards.ts';
import type { Item } from '../office/office.ts';

/** What of an input field a value for it follows from. */
interface Field {
  key: string;
  type?: string;
  list?: boolean;
  choices?: readonly unknown[];
  children?: readonly unknown[];
}

// Where neither the sample of an operation nor the field itself says what fits.
const examples: Item = { year_built: 1998, days: 1 };

/**
 * Fills in every field of a form, with values that the API takes.
 * @param fields the input fields as the platform gives them
 * @param sample what the operation gives: its values are good ones for fields of the same name
 * @param ids of records, by noun
 */
export function filledForm(fields: readonly unknown[], sample: Item, ids: Item): Item {
  return Object.fromEntries(fields.filter(isField).map((field) => [field.key, valueFor(field, sample, ids)]));
}

/** The choices of a field, each as a form with that field filled in. */
export function choicesOf(field: unknown): Item[] {
  if (!isField(field)) return [];
  return (field.choices ?? []).filter(isObject).map(({ value }) => ({ [field.key]: value }));
}

/** True for an input field as the platform gives it. */
export function isField(value: unknown): value is Field {
  return isObject(value) && typeof value.key === 'string';
}

function valueFor(field: Field, sample: Item, ids: Item): unknown {
  const { key, type, list, children } = field;
  const noun = /^(\w+)_id$/.exec(key)?.[1];
  if (noun !== undefined) return ids[noun] ?? ids.client;
  const known = sample[key] ?? examples[key];
  if (children) return [filledForm(children, firstOf(known), ids)];
  const choices = choicesOf(field).map((choice) => choice[key]);
  const [choice] = choices.includes(known) ? [known] : choices;
  if (choice !== undefined) return list === true ? [choice] : choice;
  if (known !== undefined && known !== null) return known;
  // Another text each time: a Unique Reference counts once.
  return type === 'integer' || type === 'number' ? 2 : `Recorded ${randomUUID()}`;
}

function firstOf(list: unknown): Item {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(first) ? first : {};
}
