import { comparableChoice, findChoice, severalChoices } from '../forms/choices.ts';
import type { Choice } from '../forms/field_meta.ts';
import { idText, isObject, ownMember, parseJson } from '../lib/guards.ts';

// What an entry of a list is named by, when it is more than a text.
const nameKeys = [
  'value',
  'slug',
  'service_slug',
  'service_type',
  'service',
  'name',
  'label',
  'title',
  'key',
  'status',
];
const ids = /^(?:\d+|[\da-f]{8}-[\da-f-]{27})$/i;

/**
 * Tells whether what a record has may name a value: spelled in another way, in a list, in a text with commas, as an
 * object with a name, as a set of switches.
 * @param has what the record has
 * @param choices the known values of the field
 * @returns true also when there is nothing that could be compared: nothing at all, or only ids of values
 */
export function mayName(has: unknown, wanted: string, choices: readonly Choice[]): boolean {
  const texts = textsIn(has);
  const isComparable = texts.length > 0 && texts.every((text) => !ids.test(text) || ids.test(wanted));
  if (!isComparable) return true;
  const sought = plain(wanted, choices);
  return texts
    .flatMap((text) => [text, ...severalChoices(choices, [text])])
    .some((text) => plain(text, choices) === sought);
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === 'number') return [String(value)];
  if (isObject(value)) {
    const named = nameKeys.map((key) => ownMember(value, key)).filter((name) => typeof name === 'string');
    const switchedOn = Object.keys(value).filter((key) => value[key] === true);
    if (named.length > 0 || switchedOn.length > 0) return [...named, ...switchedOn];
    return [idText(ownMember(value, 'id'))].filter((id) => id !== undefined);
  }
  if (typeof value !== 'string' || value.trim() === '') return [];
  const parsed = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
  return parsed === undefined ? [value.trim()] : textsIn(parsed);
}

// "houseWash", "House Washing" and "house-wash" are one service.
function plain(text: string, choices: readonly Choice[]): string {
  const words = text.replace(/([a-z])([A-Z])/g, '$1 $2');
  const known = findChoice(choices, words)?.value ?? words;
  return comparableChoice(known)
    .split(' ')
    .map((word) => (choices.length > 0 ? word.replace(/(?<=...)(?:ing|ed|es|s|e)$/, '') : word))
    .join('');
}
