import { filled } from '../lib/guards.ts';

/**
 * Writes an address in one line: "123 Main St, Charlotte, NC 28202".
 * @param parts street, city, state and ZIP as the record has them; missing ones are skipped
 * @returns null when there is nothing to write
 */
export function addressLine(parts: {
  street: unknown;
  city: unknown;
  state: unknown;
  zip: unknown;
}): string | null {
  const region = [filled(parts.state), filled(parts.zip)].filter(Boolean).join(' ');
  const line = [filled(parts.street), filled(parts.city), region].filter(Boolean).join(', ');
  return line.replace(/\s+/g, ' ') || null;
}
