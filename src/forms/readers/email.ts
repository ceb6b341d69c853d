import { complain, read, type Reading } from './reading.ts';

const address = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const longest = 2_000;

/**
 * Reads an email address, the first one when there are several. Whether it exists is for the API to say.
 * @param text cleaned: "taylor@example.com", "Taylor Morgan <taylor@example.com>", "mailto:t@example.com?subject=Hi"
 */
export function readEmail(text: string): Reading<string> {
  const refused = complain('is not an email address');
  if (text.length > longest) return refused;
  const words = text
    .replace(/\s*@\s*/g, '@')
    .split(/[\s,;|/<>()[\]"“”]+/)
    .map((word) => word.replace(/^(?:mailto|e-?mail):|\?.*$|^'|[.':]+$/gi, ''));
  const first = words.find((word) => word.includes('@'));
  // 254 is the longest address that mail can be sent to (RFC 5321).
  return first !== undefined && first.length <= 254 && !first.includes('..') && address.test(first)
    ? read(first)
    : refused;
}
