import { createHash } from 'node:crypto';
import { inOrder } from './in_order.ts';

/**
 * A short, unreadable mark of some values, the same for the same values, whatever the order of their keys: hex SHA-256
 * of their JSON.
 */
export function hash(...parts: unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(parts)))
    .digest('hex');
}
