import { isItem, textOf } from './store.ts';
import type { Source } from './types.ts';

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** What a text with placeholders will be, by what the steps before gave; '' for a text without any. */
export function previewOf(text: string, sources: readonly Source[]): string {
  if (!text.match(placeholder)) return '';
  return text.replace(placeholder, (_all, path: string) => textOf(valueAt(path, sources)) || '(blank)');
}

function valueAt(path: string, sources: readonly Source[]): unknown {
  const [name = '', ...keys] = path.split('.');
  const item: unknown = sources.find((source) => source.name === name)?.item;
  return keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isItem(value) ? value[key] : undefined;
  }, item);
}
