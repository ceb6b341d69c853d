/** Something that left the app or stands in the repository: where it was seen, and its text. */
export interface Seen {
  where: string;
  text: string;
}

/** The part of a key or of a webhook's secret that nobody else may know: what follows its public prefix. */
export function secretPart(secret: string): string {
  return secret.replace(/^(ce_(live|test)_[^_]{8}_|whsec_)/, '');
}

/** Takes what was seen and the secrets in use; returns where one of them is readable. */
export function leaksIn(seen: readonly Seen[], secrets: readonly string[]): string[] {
  const needles = secrets
    .map(secretPart)
    .flatMap((part) => [part, Buffer.from(part).toString('base64').slice(0, -4)]);
  return seen.filter(({ text }) => needles.some((needle) => text.includes(needle))).map(({ where }) => where);
}

/**
 * What a real key or secret looks like, whosever it is. Made-up keys in tests are digits only, or one letter again and
 * again.
 */
export const secretForm = /(ce_(live|test)_[A-Za-z0-9]{8}_|whsec_)(?!\d{24}|([A-Za-z])\3{23})[A-Za-z0-9]{24}/;
