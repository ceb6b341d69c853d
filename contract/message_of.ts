import { member } from './json.ts';

/** Takes a thrown value; returns its message or, when it has none, the value itself as text. */
export function messageOf(error: unknown): string {
  return String(member(error, 'message') ?? error);
}
