import { isObject, parseJson } from '../lib/guards.ts';

/** What the body of an answer is, before anybody asks what it says. */
export type Body =
  | { is: 'json'; value: unknown }
  /** Empty, or a word such as "OK". */
  | { is: 'nothing' }
  /** A page for people, JSON that was cut short, or anything else. */
  | { is: 'unreadable' };

const longestWord = 40;

/**
 * Reads the body of an answer. A mark at its start that tells the byte order is no part of it.
 * @param content the raw text
 */
export function bodyIn(content: string): Body {
  const text = content.replace(/^\uFEFF/, '').trim();
  if (text === '') return { is: 'nothing' };
  const value = parseJson(text);
  if (value !== undefined) return typeof value === 'object' ? { is: 'json', value } : { is: 'nothing' };
  return text.length <= longestWord && /^[\w .!]+$/.test(text) ? { is: 'nothing' } : { is: 'unreadable' };
}

/** The body of a response of `z.request`. What the platform has parsed is not parsed again. */
export function bodyOf({ data, content }: { data?: unknown; content: string }): Body {
  return typeof data === 'object' && data !== null ? { is: 'json', value: data } : bodyIn(content);
}

/** True for JSON that tells of an error, whatever its status says: `{"error": …}`, `{"errors": […]}`, `{"success": false}`. */
export function saysError(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { error, errors, success, ok } = value;
  const some = (it: unknown): boolean =>
    isObject(it) || (Array.isArray(it) ? it.length > 0 : typeof it === 'string' && it !== '') || it === true;
  return some(error) || some(errors) || success === false || ok === false;
}
