const suffix = /^(?:jr|sr|ii|iii|iv|esq|md|phd|dds|cpa)$/;

/**
 * Takes a person's name apart: the last word is the last name, what stands before it the first. A suffix (Jr.) and what
 * stands in brackets is neither; with a comma the last name comes first ("Morgan, Taylor").
 * @returns null for a part there is none of ("Cher" has no last name)
 */
export function splitName(name: string): { first: string | null; last: string | null } {
  const plain = name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ');
  const parts = plain.split(',').map((part) => part.trim());
  const [before = '', after = '', ...others] = parts.filter((part) => part !== '' && !isSuffix(part));
  const turned = after !== '' && others.length === 0;
  const words = (turned ? `${after} ${before}` : [before, after, ...others].join(' ')).trim().split(/\s+/);
  // "Taylor Morgan Jr.", but not somebody who is called V. alone.
  while (words.length > 2 && isSuffix(String(words.at(-1)))) words.pop();
  if (turned) return { first: after, last: withoutSuffix(before) };
  const last = words.length > 1 ? words.pop() : undefined;
  return { first: words.join(' ') || null, last: last ?? null };
}

/** Makes two spellings of one name comparable: case, blanks, how accents are composed, and the kind of apostrophe do not matter. */
export function comparableName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC\u00B4`\uFF07]/g, "'")
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function isSuffix(word: string): boolean {
  return suffix.test(word.toLowerCase().replace(/\./g, ''));
}

function withoutSuffix(words: string): string {
  return words
    .split(/\s+/)
    .filter((word, index) => index === 0 || !isSuffix(word))
    .join(' ');
}
