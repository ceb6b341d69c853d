/**
 * Reads an email address, also out of "Taylor Morgan <taylor@example.com>". Whether it exists is for the API to say.
 * @returns undefined when it is no address
 */
export function readEmail(typed: string): string | undefined {
  const address = /<([^<>]*)>\s*$/.exec(typed)?.[1] ?? typed;
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.exec(address.trim())?.[0];
}
