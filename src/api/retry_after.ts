const defaultSeconds = 60;
// Zapier holds a trigger for 300 s at most, and up to a quarter is added to spread the steps.
const mostSeconds = 240;

/**
 * Reads a Retry-After header (RFC 9110: seconds or an HTTP date).
 * @returns whole seconds from 1 to 240; 60 when the header is absent or cannot be read
 */
export function retryAfterSeconds(header: string | undefined): number {
  if (header === undefined) return defaultSeconds;
  const given = Number(header);
  const seconds = Number.isNaN(given) ? (Date.parse(header) - Date.now()) / 1000 : given;
  return Math.min(Math.max(Math.ceil(Number.isNaN(seconds) ? defaultSeconds : seconds), 1), mostSeconds);
}
