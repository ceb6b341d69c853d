/*
 * What tells whether two records are about one customer.
 */

// A US number wherever it stands in a text.
const american = /(?<![\d+])(?:\+?1[\s.-]*)?(\(?[2-9]\d\d\)?[\s./-]*\d{3}[\s.-]*\d{4})(?!\d)/g;
const extension = /^[\s,;(]*(?:x|ext|extn|extension|#)[\s.:=#]*(\d{1,6})(?!\d)/i;

/**
 * The phone numbers in a text, so that their spellings can be compared: a CRM may have two in one field, with words and
 * extensions.
 * @returns the digits of each, without extension and US country code
 */
export function phoneNumbers(text: string): string[] {
  const found = [...text.matchAll(american)].map((match) => digitsOf(String(match[1])));
  const whole = digitsOf(text);
  return found.length > 0 || whole === '' ? found : [whole];
}

/** The extension behind the first phone number in a text: digits; '' when there is none. */
export function phoneExtension(text: string): string {
  const [first] = text.matchAll(american);
  return first === undefined ? '' : (extension.exec(text.slice(first.index + first[0].length))?.[1] ?? '');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

// Names that are no person's at any host; names that are invented together with their host; keys beside each other.
const nobody =
  /^(?:none|unknown|declined|refused|not[-_.]?(?:provided|given|available)|no[-_.]?e?[-_.]?mail|null|(?:no|do[-_.]?not)[-_.]?reply)@/;
const invented =
  /^(?:customer|client|name|email|user|na|n\.a|no|nope|test\d*|fake|unknown|me|x+|abc|a)@(?:domain|na|no|none|nope|noemail|nomail|test|e?mail|gmail|example|fake|null|unknown|123|x+|abc|a)\./;
const keys = /^(asdf|asd|qwe|qwerty|abc|xyz|123|1234|customer|client|(?:([a-z])\2+))@\1\./;

/** True for an address that tells nobody from anybody, such as none@none.com or a booking app's no-reply. */
export function isInventedEmail(email: string): boolean {
  const plain = email.trim().toLowerCase();
  return [nobody, invented, keys, /@(?:none|no-?e?mail)\./].some((pattern) => pattern.test(plain));
}

/** True for a text of which an API shows others only a part: t•••@example.com, (***) ***-0123. */
export function isMasked(text: string): boolean {
  return /[*•●]|[xX]{3,}/.test(text);
}
