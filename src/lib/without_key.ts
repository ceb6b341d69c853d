// The parts of a key are long enough to be no word by chance.
const leastPart = 8;

/**
 * Takes an API key out of a text that others wrote: whole, in any case, and its parts.
 * @param key the connection's own; '' when there is none
 */
export function withoutKey(text: string, key: string): string {
  const whole = key.trim();
  const behindMode = whole.replace(/^ce_(?:live|test)_/i, '');
  const secret = behindMode.replace(/^[^_]*_/, '');
  const parts = [whole, behindMode, secret, ...whole.split('_')]
    .filter((part) => part.length >= leastPart)
    .sort((a, b) => b.length - a.length)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const own = parts.length > 0 ? text.replace(new RegExp(parts.join('|'), 'gi'), 'the API key') : text;
  return own.replace(/\w*ce_(?:live|test)_[\w-]+/gi, 'the API key');
}
