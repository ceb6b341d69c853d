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

// Names that are no person's at any host, and names that are invented together with their host.
const nobody = /^(?:none|no[-_.]?e?[-_.]?mail|null|(?:no|do[-_.]?not)[-_.]?reply)$/;
const invented =
  /^(?:na|n\.a|no|nope|test|fake|unknown|me|x+|abc|a)@(?:na|no|none|nope|noemail|nomail|test|e?mail|gmail|example|fake|null|unknown|x+|abc|a)\./;

/** True for an address that tells nobody from anybody, such as none@none.com or a booking app's no-reply. */
export function isInventedEmail(email: string): boolean {
  const plain = email.trim().toLowerCase();
  const [name = '', host = ''] = plain.split('@');
  return nobody.test(name) || invented.test(plain) || /^(?:none|no-?e?mail)\./.test(host);
}
