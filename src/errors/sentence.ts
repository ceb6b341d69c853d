import { isObject } from '../lib/guards.ts';

/** A value as a sentence quotes it, cut where it is long; nothing for lists and groups. */
export function quoted(value: unknown): string {
  if (Array.isArray(value) || isObject(value)) return '';
  const shown = String(value).replace(/\s+/g, ' ');
  return ` "${shown.length > 40 ? `${cut(shown, 40)}…` : shown}"`;
}

/** What the API says, as a sentence of its own. */
export function whole(sentence: string): string {
  const begun = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** A sentence that Zapier shows to its end: it cuts at 250 characters. It never tells the key. */
export function fitting(text: string): string {
  // An API that repeats what it was sent must not make us tell the key.
  const sentence = text.replace(/\bce_(live|test)_\w+/g, 'the API key');
  return sentence.length < 250 ? sentence : `${cut(sentence, 245)}…`;
}

// Half of an emoji is no character: it goes with its other half.
function cut(sentence: string, length: number): string {
  return sentence.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
