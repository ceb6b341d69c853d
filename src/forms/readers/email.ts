import { complain, read, type Reading } from './reading.ts';

const address = /^[^\s@/\\,;:"<>()[\]]+@(?:[\p{L}\p{N}-]+\.)+(?!\d+$)[\p{L}\p{N}-]{2,}$/u;
const label = /^(?:(?:e-?)?mail|mailto|smtp|work|home|business|personal|other)\s*[:=]\s*/i;
const longest = 2_000;

/**
 * Reads an email address, the first one when there are several. Whether it exists is for the API to say.
 * @param text cleaned: "taylor@example.com", "Taylor Morgan <taylor@example.com>", "mailto:t@example.com?subject=Hi"
 * @returns a complaint also for an address with a blank or a comma in it, since what stands behind those is somebody
 *   else's address
 */
export function readEmail(text: string): Reading<string> {
  const refused = complain('is not an email address: write it like taylor@example.com');
  if (text.length > longest) return refused;
  const pointed = /<\s*([^<>]*@[^<>]*)>/.exec(text)?.[1];
  const [first] = (pointed ?? text).replace(/\s*[@＠]\s*/g, '@').split(separator);
  const plain = bare(String(first));
  // 254 is the longest address that mail can be sent to (RFC 5321).
  return plain.length <= 254 && !plain.includes('..') && address.test(plain) ? read(plain) : refused;
}

// Two addresses are apart where both sides hold one.
const separator = /(?<=@[^\s,;|/]*)(?:\s*[,;|/]\s*|\s+)(?:(?:and|or|&)\s+)?/;

function bare(text: string): string {
  return text
    .replace(/^[\s"'“”‘’<([{*]+|[\s"'“”‘’>)\]}*,;:.!…]+$/g, '')
    .replace(label, '')
    .replace(/\?.*$/, '');
}
