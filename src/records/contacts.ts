/*
 * What tells whether two records are about one customer.
 */

/**
 * The phone numbers in a text, so that their spellings can be compared: a CRM may have two in one field, and extensions.
 * @returns the digits of each, without extension and US country code
 */
export function phoneNumbers(text: string): string[] {
  return text
    .split(/[/;,|\n]|\bor\b|\band\b/i)
    .map((part) => part.replace(/\s*(?:x|ext|extn|extension|#)[\s.:#]*\d+.*$/is, ''))
    .map((part) => part.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, ''))
    .filter((digits) => digits !== '');
}

/** The extension behind a phone number: digits; '' when there is none. */
export function phoneExtension(phone: string): string {
  return /(?:x|ext|extn|extension|#)[\s.:#]*(\d{1,6})(?!\d)/i.exec(phone)?.[1] ?? '';
}

// Names that are no person's at any host, and names that are invented together with their host.
const nobody = /^(?:none|no[-_.]?e?[-_.]?mail|null|(?:no|do[-_.]?not)[-_.]?reply)@/;
const invented =
  /^(?:na|n\.a|no|nope|test|fake|unknown|me|x+|abc|a)@(?:domain|na|no|none|nope|noemail|nomail|test|e?mail|gmail|example|fake|null|unknown|x+|abc|a)\./;

/** True for an address that tells nobody from anybody, such as none@none.com or a booking app's no-reply. */
export function isInventedEmail(email: string): boolean {
  const plain = email.trim().toLowerCase();
  const [, name, host] = /^([^@]*)@([^.@]*)\./.exec(plain) ?? [];
  const isDoubled = name !== undefined && name === host;
  return isDoubled || nobody.test(plain) || invented.test(plain) || /@(?:none|no-?e?mail|\d+)\./.test(plain);
}
