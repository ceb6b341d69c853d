import { idText } from '../lib/guards.ts';

/**
 * Writes an address in one line: "123 Main St, Charlotte, NC 28202".
 * @param parts street, city, state and ZIP as the record has them; missing ones are skipped
 * @returns null without a street and a city: a state or a ZIP code alone is no address
 */
export function addressLine(parts: {
  street: unknown;
  city: unknown;
  state: unknown;
  zip: unknown;
}): string | null {
  // An API may write a ZIP code as a number.
  const [street, city, state, zip] = [parts.street, parts.city, parts.state, parts.zip].map(idText);
  if (street === undefined && city === undefined) return null;
  const region = [state, zip].filter(Boolean).join(' ');
  return [street, city, region].filter(Boolean).join(', ').replace(/\s+/g, ' ');
}
