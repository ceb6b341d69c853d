import { randomUUID } from 'node:crypto';
import { isObject } from '../../src/lib/guards.ts';
import type { Item } from '../office/office.ts';

/** The parts of an input field that decide which value fits. */
interface Field {
  key: string;
  list?: boolean;
  choices?: readonly unknown[];
  children?: readonly unknown[];
}

// For fields with neither a value in the operation's sample nor choices.
const examples: Item = {
  ...{ year_built: 1998, square_footage: 2400, stories: 2, lot_size: 8500, roof_square_feet: 1800 },
  ...{ gutter_linear_feet: 120, minimum_total: 100 },
  ...{ hours: 1, days: 1, months: 1, day: '03/20/2026' },
};

/**
 * Fills in every field of a form with a value that the API accepts.
 * @param fields the input fields, as the app's `inputFields` function returns them
 * @param sample the operation's sample, whose values fit the fields of the same key
 * @param ids the ids of existing records, by noun
 */
export function filledForm(fields: readonly unknown[], sample: Item, ids: Item): Item {
  return Object.fromEntries(fields.filter(isField).map((field) => [field.key, valueFor(field, sample, ids)]));
}

/** One input for each choice of a field, with only this field filled in. Empty for a field without choices. */
export function choicesOf(field: unknown): Item[] {
  if (!isField(field)) return [];
  return (field.choices ?? []).filter(isObject).map(({ value }) => ({ [field.key]: value }));
}

/** True for an input field: an object with a key. */
export function isField(value: unknown): value is Field {
  return isObject(value) && typeof value.key === 'string';
}

function valueFor(field: Field, sample: Item, ids: Item): unknown {
  const { key, list, children } = field;
  const noun = /^(\w+)_id$/.exec(key)?.[1];
  if (noun !== undefined) return ids[noun] ?? ids.client;
  const known = sample[key] ?? examples[key];
  if (children) return [filledForm(children, firstOf(known), ids)];
  const choices = choicesOf(field).map((choice) => choice[key]);
  const [choice] = choices.includes(known) ? [known] : choices;
  if (choice !== undefined) return list === true ? [choice] : choice;
  if (known !== undefined && known !== null) return known;
  // A new text each time, since a Unique Reference can be used only once.
  return `Recorded ${randomUUID()}`;
}

function firstOf(list: unknown): Item {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(first) ? first : {};
}
