import type { CountryCode } from 'libphonenumber-js';

// The product's customers are in the US; a number of another country is taken when it begins with "+".
const home: CountryCode = 'US';

/**
 * Reads a phone number as a person types it.
 * @param typed for example "(704) 555-0123", "704.555.0123 x5" or "+49 30 901820"
 * @returns E.164 ("+17045550123"), the form the API's examples use, or undefined when it is no phone number
 */
export async function readPhone(typed: string): Promise<string | undefined> {
  // Loading the library takes about 5 ms: only a step that has a phone number pays for it.
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min');
  // Of several numbers the first one counts.
  for (const candidate of [typed, typed.replace(/(?:[/,;]|\bor\b).*$/is, '')]) {
    const phone = parsePhoneNumberFromString(candidate, home);
    if (phone?.isPossible() === true) return phone.number;
  }
  return undefined;
}

/**
 * What two spellings of one phone number have in common.
 * @returns the digits alone, without extension and US country code; '' when there are none
 */
export function phoneDigits(phone: string): string {
  const number = phone.replace(/(?:x|ext\.?|#) ?\d+ *$/i, '');
  return number.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
}
