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
  const subjects = named instanceof Typed ? severalChoices(choices, named.items) : [];
  if (!(named instanceof Typed) || subjects.length < 2) return [line];
  const others = Object.entries(line);
  return subjects.map((subject, index) =>
    Object.fromEntries(
      others.map(([its, value]) => [
        its,
        its === key ? only(subject, named) : partOf(value, index, subjects.length),
      ]),
    ),
  );
}

function partOf(value: unknown, index: number, count: number): unknown {
  if (!(value instanceof Typed)) return value;
  const parts = value.items.length > 1 ? value.items : partsIn(value.text);
  // A number of parts that fits nothing stays whole: then the field says what is wrong with it.
  const part = parts.length === count ? parts[index] : undefined;
  return part === undefined ? value : only(part, value);
}

// "2,400" is one number with its thousands set apart.
function partsIn(text: string): string[] {
  return /^[1-9],\d{3}$/.test(text) ? [text] : text.split(/\s*[,\n;|]\s*/);
}

function only(text: string, { context }: Typed): Typed {
  return new Typed(text, [text], context);
}
