import { isPlaceholder } from './cleaning.ts';
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

// Between values that are apart for sure, and between those that may be one value. Within brackets nothing is apart.
const apart = /\s*(?:[\n;•·]|<br\s*\/?>|<\/?(?:li|ul|ol|p|div)[^<>]*>)\s*/i;
const commas = /\s*,\s*(?![^()]*\))/;
const joined = /\s*(?:,|\s(?:and|&)\s|[/+|])\s*/;
// What a list puts before and behind its values: bullets, numbers, ticks, quotes, a price.
const before = /^(?:\[x\]|[\s•·▪‣◦*"'“‘✓✔☑✅\uFE0F–-]|\d{1,2}[.)]\s|and\s|&\s)+/i;
const behind =
  /[\s"'”’.;]+$|\s*\|\s*\$?[\d.,]+$|\s*(?:[:=(–-]\s*)?\$[\d.,]+\)?$|(?:\s*[:=]\s*|\s-\s)(?:yes|true|checked|on)$/i;
const notChosen = /^(?:[☐✗✘❌]|\[ ?\])|(?:\s*[:=]\s*|\s-\s)(?:no|false|off|unchecked)$/i;
// A text that is longer names no choices, and taking it apart would take long.
const longest = 2_000;

/**
 * Takes several values in one text apart: "House Wash, Roof Wash", lines, bullets. A text that is one choice stays one
 * ("Windows, inside and out"); "and", "&", "/", "+" and "|" only part what are choices on both sides. What is not ticked
 * is not chosen.
 */
export function severalChoices(choices: readonly Choice[], items: readonly string[]): string[] {
  return items.flatMap((item) => {
    if (item.length > longest || findChoice(choices, item) !== undefined) return [item];
    const lines = item.split(apart).filter((line) => !notChosen.test(line));
    return lines.flatMap((line) => valuesIn(choices, bare(line)));
  });
}

function valuesIn(choices: readonly Choice[], line: string): string[] {
  if (findChoice(choices, line) !== undefined) return [line];
  const fine = line
    .split(joined)
    .map(bare)
    .filter((part) => part !== '');
  if (fine.length > 1 && fine.every((part) => findChoice(choices, part) !== undefined)) return fine;
  const parts = line.split(commas);
  if (parts.length === 1) return isPlaceholder(line) ? [] : [line];
  return parts.filter((part) => !notChosen.test(part)).flatMap((part) => valuesIn(choices, bare(part)));
}

function bare(text: string): string {
  return text.replace(before, '').replace(behind, '').trim();
}
