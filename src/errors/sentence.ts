import { isObject } from '../lib/guards.ts';
import { withoutKey } from '../lib/without_key.ts';

/**
 * A value in quotes with a blank before it, cut after 40 characters, a list with commas; '' for groups of fields, also where an app made text of one.
 * A character that cannot be seen is named, since it may be what is wrong.
 */
export function quoted(value: unknown): string {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.some((item) => Array.isArray(item) || isObject(item) || /\[object \w+\]/.test(String(item))))
    return '';
  const shown = list
    .join(', ')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, (hidden) => `[U+${codeOf(hidden)}]`);
  return ` "${shown.length > 40 ? `${cut(shown, 40)}…` : shown}"`;
}

/** A message of the API as a sentence: a capital at the start and a full stop at the end. */
export function asSentence(message: string): string {
  const begun = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** The text as Zapier can show it whole: it cuts at 250 characters. An API key in it is taken out. */
export function fitting(text: string): string {
  // What others wrote was cleared of the connection's own key before; this takes out any other.
  const sentence = withoutKey(text, '');
  return sentence.length < 250 ? sentence : `${cut(sentence, 245)}…`;
}

function codeOf(character: string): string {
  return Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
}

// Cutting through an emoji would leave half of it, which is no character.
function cut(sentence: string, length: number): string {
  return sentence.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
