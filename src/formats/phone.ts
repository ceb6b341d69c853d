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
  const phone = parsePhoneNumberFromString(typed, home);
  return phone?.isPossible() === true ? phone.number : undefined;
}

/**
 * What two spellings of one phone number have in common.
 * @returns the digits alone, without the US country code; '' when there are none
 */
export function phoneDigits(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
}
