import type { CountryCode } from 'libphonenumber-js';
import { complain, read, type Reading } from './reading.ts';

/** A phone number. */
export interface Phone {
  /** E.164 ("+17045550123"), the form of the API's examples. */
  number: string;
  /** Digits. */
  extension?: string;
}

// The product's customers are in the US; a number of another country is taken when it begins with "+".
const home: CountryCode = 'US';
// What caller id shows instead of a number.
const withheld =
  /^(?:anonymous|restricted|private|unavailable|blocked|withheld|no caller id|unknown(?: caller| number)?)(?: (?:number|caller|call))?$/i;
// A US number wherever it stands in a text. An area code never begins with 0 or 1.
const american = /(?<![\d+]|\d\d[\s.-]{1,2})(?:\+?1[\s.-]*)?\(?[2-9]\d\d\)?[\s./-]*\d{3}[\s.-]*\d{4}(?!\d)/g;
// The words of a withheld caller, on the keys of a telephone, with a + before them.
const withheldKeys = new Set(['+266696687', '+7378742883', '+2562533', '+8656696', '+86282452253']);
const foreign = /\+\d[\d\s().-]{6,18}\d(?!\d)/g;
// "1-800-GOT-JUNK": letters stand for keys where they are the end of a number, written as one with it.
const tollFree =
  /^((?:\+?1[\s.-]*)?\(?8(?:00|33|44|55|66|77|88)\)?)[\s.-]*([a-z\d][a-z\d\s.-]{5,8}[a-z\d])$/i;
const local = /^((?:\+?1[\s.-]*)?\(?[2-9]\d\d\)?[\s.-]*)(\d{3}[.-][A-Z]{4}|[A-Z]{3}[.-](?:[A-Z]{4}|\d{4}))$/;
// A number whose end was left out, and what kind of a number it is.
const kindOfNumber = /(?:CELL|HOME|WORK|MAIN|DESK|CALL|TEXT|NONE)$/;
const keys = '22233344455566677778889999';
const extension = /^[\s,;(]*(?:x|ext|extn|extension|#)[\s.:=#]*(\d{1,6})(?!\d)/i;
const longest = 200;

/**
 * Reads a phone number as people type it, the first one when there are several.
 * @param text cleaned: "(704) 555-0123", "704.555.0123 x5", "+49 30 901820", "704 555 0123 call after 5"
 * @returns nothing for the words of a withheld number; a complaint for what is no number, or one that nobody has
 */
export async function readPhone(text: string): Promise<Reading<Phone>> {
  if (withheld.test(text)) return undefined;
  const refused = complain('is not a phone number: write it like (704) 555-0123');
  if (text.length > longest) return refused;
  // Spreadsheets add ".0" to a column of numbers.
  const plain = withKeys(
    text
      .normalize('NFKC')
      .replace(/\p{Pd}|\u2212/gu, '-')
      .replace(/^(\+?\d{10,11})\.0+$/, '$1'),
  );
  if (withheldKeys.has(plain)) return undefined;
  const [first] = [...plain.matchAll(american), ...plain.matchAll(foreign)].sort(
    (a, b) => a.index - b.index || b[0].length - a[0].length,
  );
  if (first === undefined) return refused;
  // Loading the library takes about 5 ms: only a step that has a phone number pays for it.
  const { parsePhoneNumberFromString } = await import('./phone_library.ts');
  const phone = parsePhoneNumberFromString(first[0], home);
  if (phone?.isPossible() !== true || isInvented(phone.nationalNumber)) return refused;
  // Ten digits behind a + are a US number without its 1, or one of another country.
  if (/^\+[2-9]\d\d[2-9]\d{6}$/.test(first[0].replace(/[^\d+]/g, ''))) {
    return complain('has two meanings: write it with its country code, like +1 704 555 0123');
  }
  const own = extension.exec(plain.slice(first.index + first[0].length))?.[1];
  return read({ number: phone.number, ...(own !== undefined && { extension: own }) });
}

function withKeys(text: string): string {
  const [, area = '', word = ''] =
    tollFree.exec(text) ?? (kindOfNumber.test(text) ? [] : (local.exec(text) ?? []));
  const digits = word
    .replace(/[\s.-]/g, '')
    .replace(/[a-z]/gi, (letter) => keys.charAt(letter.toLowerCase().charCodeAt(0) - 97));
  return digits.length === 7 ? `${area}${digits}` : text;
}

// What people type to get past a field that they must fill in. Rows from 0 or 1 on are no US number anyway.
function isInvented(digits: string): boolean {
  return /^(\d)\1+$/.test(digits) || ['2345678901', '9876543210'].includes(digits);
}
