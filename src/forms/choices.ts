import type { Choice } from './field_meta.ts';

/**
 * Makes two spellings of one choice comparable: case, blanks, hyphens and underscores do not matter.
 */
export function comparableChoice(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** The choice that a text names by its value, its label or another word for it; undefined when it names none. */
export function findChoice(choices: readonly Choice[], text: string): Choice | undefined {
  const wanted = comparableChoice(text);
  return choices.find(({ value, label, aliases = [] }) =>
    [value, label, ...aliases].some((name) => comparableChoice(name) === wanted),
  );
}

/** True for a text spelled as the API spells its values: lower case, digits, hyphens and underscores. */
export function isSlug(text: string): boolean {
  return /^[a-z\d]+(?:[_-][a-z\d]+)*$/.test(text);
}

// Between values that are apart for sure, and between those that may be one value.
const bullet = /^[\s•·▪‣◦*–-]+(?=\S)/;
const apart = /\s*[\n;|•·]\s*/;
const joined = /\s*(?:,|\s(?:and|&)\s|[/+])\s*/;

/**
 * Takes several values in one text apart: "House Wash, Roof Wash", lines, bullets. A text that is one choice stays one
 * ("Windows, inside and out"); "and", "&", "/" and "+" only part what are choices on both sides.
 */
export function severalChoices(choices: readonly Choice[], items: readonly string[]): string[] {
  return items.flatMap((item) => {
    if (findChoice(choices, item) !== undefined) return [item];
    const lines = item.split(apart).map((part) => part.replace(bullet, '').trim());
    return lines.filter((line) => line !== '').flatMap((line) => valuesIn(choices, line));
  });
}

function valuesIn(choices: readonly Choice[], line: string): string[] {
  if (findChoice(choices, line) !== undefined) return [line];
  const fine = line.split(joined).filter((part) => part !== '');
  if (fine.length > 1 && fine.every((part) => findChoice(choices, part) !== undefined)) return fine;
  return line
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (part === line ? [part] : valuesIn(choices, part)));
}
