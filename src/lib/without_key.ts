// The secret part of a key, and its public part, are long enough to be no word by chance.
const leastSecret = 8;
const anyKey = /\bce[_-](?:live|test)[_-][\w-]+/gi;

/**
 * Takes an API key out of a text that others wrote: whole, in any case, and its parts.
 * @param key the connection's own; '' when there is none
 */
export function withoutKey(text: string, key: string): string {
  const trimmed = key.trim();
  const parts = trimmed.split(/[_-]/).filter((part) => part.length >= leastSecret);
  const known = [trimmed, trimmed.replace(/^ce_(?:live|test)_/i, ''), ...parts]
    .filter((part) => part.length >= leastSecret)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const own = known.length > 0 ? text.replace(new RegExp(known.join('|'), 'gi'), 'the API key') : text;
  return own.replace(/\w*ce_(?:live|test)_[\w-]+/gi, 'the API key').replace(anyKey, 'the API key');
}
