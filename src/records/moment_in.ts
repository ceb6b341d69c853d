const zoned = /(?:[zZ]|[+-]\d\d:?\d\d)$/;
const written =
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?(?:[zZ]|UTC|[+-]\d\d:?\d\d))?)?$/;
// What is larger counts milliseconds: as seconds it would lie beyond the year 5000.
const mostSeconds = 1e11;

/**
 * When a moment of a record was. Documented: ISO 8601 in UTC. Read too: seconds or milliseconds since 1970, a blank in
 * place of the T; without a zone it is taken for UTC.
 * @returns milliseconds since 1970; undefined for anything else
 */
export function momentIn(value: unknown): number | undefined {
  const number =
    typeof value === 'number' ? value : /^\d{9,14}$/.test(String(value)) ? Number(value) : undefined;
  if (number !== undefined) return number < mostSeconds ? number * 1000 : number;
  if (typeof value !== 'string' || !written.test(value.trim())) return undefined;
  const text = value
    .trim()
    .replace(' ', 'T')
    .replace(/\s?UTC$/, 'Z')
    .replace(',', '.');
  const time = Date.parse(text.includes('T') && !zoned.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

/** The same, but only where nobody can doubt which moment is meant: undefined for a text without its zone or time. */
export function certainMomentIn(value: unknown): number | undefined {
  const isDoubtful =
    typeof value === 'string' &&
    !/^\d+$/.test(value) &&
    !(/\d[T ]\d/.test(value) && /(?:Z|UTC|[+-]\d\d:?\d\d)$/i.test(value));
  return isDoubtful ? undefined : momentIn(value);
}
