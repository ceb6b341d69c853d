import { isObject } from '../lib/guards.ts';
import { severalChoices } from './choices.ts';
import type { Choice } from './field_meta.ts';
import { Typed } from './typed.ts';

/** Which field of a line says what the line is about. */
export interface LineSubject {
  key: string;
  choices: readonly Choice[];
}

/**
 * Takes apart lines that name several services at once, which is how Zapier joins line items of an earlier step:
 * `{service: "house_wash,roof_wash", sqft: "2400,800"}` becomes a line for each. What is given once counts for each line.
 * @param lines cleaned; one line alone may come without the list around it
 * @returns at least as many lines; what is no list of lines as it is
 */
export function lineForEach(subject: LineSubject, lines: unknown): unknown {
  const list: unknown = isObject(lines) && !(lines instanceof Typed) ? [lines] : lines;
  if (!Array.isArray(list)) return list;
  return list.filter(isObject).flatMap((line) => linesIn(subject, line));
}

function linesIn({ key, choices }: LineSubject, line: Record<string, unknown>): Record<string, unknown>[] {
  const named = line[key];
  if (!(named instanceof Typed)) return [line];
  const subjects = severalChoices(choices, named.items);
  if (subjects.length < 2) return [line];
  const others = Object.entries(line).filter(([its]) => its !== key);
  const parts = others.map(([its, value]) => [its, partsOf(value, subjects.length)] as const);
  return subjects.map((subject, index) => ({
    [key]: only(subject, named),
    ...Object.fromEntries(parts.map(([its, values]) => [its, values[index]])),
  }));
}

// As many values as there are lines, or one for all of them. What is neither is refused by its field.
function partsOf(value: unknown, count: number): unknown[] {
  const forAll = (one: unknown): unknown[] => Array<unknown>(count).fill(one);
  if (!(value instanceof Typed)) return forAll(value);
  const isList = value.items.length > 1 || value.hasGaps;
  const parts = isList ? value.items : value.text.split(/\s*[,\n;|]\s*/);
  // "1,200" is 1200 for all lines, since no house has one square foot; "12,400" may be one size or two.
  if (!isList && (parts.length === 1 || /^[1-9],\d{3}$/.test(value.text))) return forAll(value);
  const isUnclear = value.hasGaps || (!isList && /^[1-9]\d{0,2}(?:,\d{3})+$/.test(value.text));
  if (isUnclear) return forAll(only(`${parts.join(' | ')} |`, value));
  return parts.length === count ? parts.map((part) => only(part, value)) : forAll(value);
}

function only(text: string, { context }: Typed): Typed {
  return new Typed(text, [text], context);
}
