import { isObject } from '../src/lib/guards.ts';

/** What the steps of a run have given so far, by the step's name. */
export type Given = Record<string, unknown>;

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/**
 * Fills the fields of a step from the steps before it.
 * @param input fields with `{{step.field}}` in them; `{{step.a.b}}` reaches into what is nested
 * @returns the fields filled: alone, a placeholder keeps the kind of its value; what a step lacks becomes ''
 */
export function mapFields(input: Record<string, unknown>, given: Given): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, mapValue(value, given)]));
}

function mapValue(value: unknown, given: Given): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapValue(item, given));
  if (isObject(value)) return mapFields(value, given);
  if (typeof value !== 'string') return value;
  const alone = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(value);
  if (alone?.[1] !== undefined) return find(alone[1], given) ?? '';
  return value.replace(placeholder, (_match, path: string) => textOf(find(path, given)));
}

function find(path: string, given: Given): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? value[key] : undefined;
  }, given);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
