/** A text to be searched for secrets, and where it was found: an output, a log line, a request or a file. */
export interface Seen {
  where: string;
  text: string;
}

/** The secret part of an API key or a webhook secret: all that follows the public prefix. */
export function secretPart(secret: string): string {
  return secret.replace(/^(ce_(live|test)_[^_]{8}_|whsec_)/, '');
}

/** Searches texts for secrets, also in base64. Returns where they were found. */
export function leaksIn(seen: readonly Seen[], secrets: readonly string[]): string[] {
  const needles = secrets
    .map(secretPart)
    .flatMap((part) => [part, Buffer.from(part).toString('base64').slice(0, -4)]);
  return seen.filter(({ text }) => needles.some((needle) => text.includes(needle))).map(({ where }) => where);
}

/**
 * Matches anything that looks like a real API key or webhook secret. It does not match the invented ones in tests,
 * which consist of digits or of one repeated letter.
 */
export const secretForm = /(ce_(live|test)_[A-Za-z0-9]{8}_|whsec_)(?!\d{24}|([A-Za-z])\3{23})[A-Za-z0-9]{24}/;
