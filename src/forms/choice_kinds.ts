import * as zod from 'zod/mini';
import { findChoice, isSlug, severalChoices } from './choices.ts';
import type { Choice, FieldText } from './field_meta.ts';
import { kind, oneLineBy, readBy, withMeta } from './field_schema.ts';
import { complain, read, type Reading } from './readers/reading.ts';

/*
 * The kinds of fields with a list to pick from.
 */

const longestList = 120;

type WithChoices = FieldText & { choices: readonly Choice[] };

/** A value out of a list, by value or label; a value that is not in the list passes as typed. */
export const choice = (field: WithChoices) =>
  kind(
    oneLineBy((typed, { items }) => {
      const several = severalChoices(field.choices, items);
      const known = several.filter((one) => findChoice(field.choices, one) !== undefined);
      if (several.length > 1 && known.length > 0) return complain('names more than one: write one of them');
      const [only = typed] = several.length === 1 ? several : [];
      return read(findChoice(field.choices, only)?.value ?? typed);
    }),
  )(field);

/** A status: out of the list, or one of the company's own, spelled as the API spells it ("on_hold"). */
export const statusChoice = (field: WithChoices) =>
  kind(oneLineBy((typed) => knownOr(isSlug, field.choices, typed)))(field);

/** A value out of a list, and no other. */
export const onlyChoice = (field: WithChoices) =>
  kind(oneLineBy((typed) => knownOr(() => false, field.choices, typed)))(field);

/** Several values out of a list: a list, or one text with commas, lines or bullets. Others pass as typed. */
export const choiceList = (field: WithChoices) => choicesBy(field, () => true);

/** Several values out of a list, and no others. */
export const onlyChoiceList = (field: WithChoices) => choicesBy(field, () => false);

function knownOr(
  isOwn: (text: string) => boolean,
  choices: readonly Choice[],
  typed: string,
): Reading<string> {
  const known = findChoice(choices, typed);
  if (known !== undefined) return read(known.value);
  return isOwn(typed) ? read(typed) : complain(notAmong(choices));
}

function choicesBy(field: WithChoices, passes: (text: string) => boolean) {
  const several = readBy(({ items }) => {
    const values = severalChoices(field.choices, items);
    // An empty list would empty the field of an update.
    if (values.length === 0) return undefined;
    const unknown = values.find((value) => findChoice(field.choices, value) === undefined && !passes(value));
    if (unknown !== undefined) return complain(notAmong(field.choices));
    return read([...new Set(values.map((value) => findChoice(field.choices, value)?.value ?? value))]);
  });
  return withMeta(zod.optional(several), { ...field, type: 'string', list: true });
}

// Zapier cuts an error at 250 characters: of a long list the first few stand for all.
function notAmong(choices: readonly Choice[]): string {
  const labels = choices.map(({ label }) => label);
  const all = labels.join(', ');
  if (all.length <= longestList) return `is not one of: ${all}`;
  const few = labels.filter((_label, index) => labels.slice(0, index + 1).join(', ').length <= longestList);
  return `is not one of: ${few.join(', ')} and others. Pick one from the list`;
}
