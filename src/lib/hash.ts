import { createHash } from 'node:crypto';

/** A short, unreadable mark of some values, the same for the same values: hex SHA-256 of their JSON. */
export function hash(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
