const suffix = /^(?:jr|sr|ii|iii|iv|[1-4](?:st|nd|rd|th)|esq|md|phd|dds|cpa|mba|rn)$/;
// Behind a comma, or a dash, these say what somebody is, not what somebody is called.
const description =
  /^(?:inc|llc|l\.l\.c|ltd|corp|co|company|owner|co-owner|manager|property manager|president|tenant|landlord|hoa|realtor|agent)\.?$/i;
// Words that belong to the last name behind them.
const particles = new Set('da de del der di du la las los san st st. van von'.split(' '));
// A phone number, or an age, that was written behind the name.
const number = /\(?\+?\d[\d().-]{2,}/g;
const longest = 200;

/**
 * Takes a person's name apart: the last word is the last name, what stands before it the first. A suffix (Jr.), what
 * stands in brackets and what says what somebody is (Owner) is neither; with a comma the last name comes first
 * ("Morgan, Taylor").
 * @returns null for a part there is none of ("Cher" has no last name)
 */
export function splitName(name: string): { first: string | null; last: string | null } {
  const plain = name
    .slice(0, longest)
    .replace(number, ' ')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const parts = plain
    .replace(/\sthe(?=\s[1-4](?:st|nd|rd|th)\b)/gi, ' ')
    .split(/,|\s[-–|]\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isSuffix(part) && !description.test(part));
  const [before, after, ...others] = parts;
  // Only one name before the comma is a last name: "Smith, Jones & Co" and "Acme Pressure Washing, LLC" are companies.
  const isTurned = after !== undefined && others.length === 0 && plain.includes(',') && !after.includes('&');
  if (before !== undefined && isTurned && lengthOf(withoutSuffix(before)) <= 2)
    return { first: withoutSuffix(after), last: withoutSuffix(before) };
  const words = withoutSuffix(parts.join(' ')).split(' ');
  const last = words.length > 1 ? words.pop() : undefined;
  return { first: words.join(' ') || null, last: last ?? null };
}

/** Makes spellings of one name equal: case, blanks, how accents are composed, and the kind of apostrophe do not matter. */
export function comparableName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02BC\u00B4`\uFF07]/g, "'")
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function lengthOf(words: string): number {
  return words.split(' ').filter((word) => !particles.has(word.toLowerCase())).length;
}

function isSuffix(word: string): boolean {
  return suffix.test(word.toLowerCase().replace(/\./g, ''));
}

// The first word is never a suffix: somebody may be called V. alone.
function withoutSuffix(words: string): string {
  return words
    .split(/\s+/)
    .filter((word, index) => index === 0 || !isSuffix(word))
    .join(' ');
}
