import { member } from './json.ts';

/** Takes what was thrown; returns its message, or what it is when it has none. */
export function messageOf(error: unknown): string {
  return String(member(error, 'message') ?? error);
}
