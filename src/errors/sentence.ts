import { isObject } from '../lib/guards.ts';

/** A value in quotes with a blank before it, cut after 40 characters; '' for lists and groups of fields. */
export function quoted(value: unknown): string {
  if (Array.isArray(value) || isObject(value)) return '';
  const shown = String(value).replace(/\s+/g, ' ');
  return ` "${shown.length > 40 ? `${cut(shown, 40)}…` : shown}"`;
}

/** A message of the API as a sentence: a capital at the start and a full stop at the end. */
export function asSentence(message: string): string {
  const begun = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** The text as Zapier can show it whole: it cuts at 250 characters. An API key in it is taken out. */
export function fitting(text: string): string {
  // The API may repeat what it was sent, the key included.
  const sentence = text.replace(/\bce_(live|test)_\w+/g, 'the API key');
  return sentence.length < 250 ? sentence : `${cut(sentence, 245)}…`;
}

// Cutting through an emoji would leave half of it, which is no character.
function cut(sentence: string, length: number): string {
  return sentence.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
