import { isObject } from '../src/lib/guards.ts';

/** The outputs of the steps of a run so far, by the step's name. */
export type Given = Record<string, unknown>;

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/**
 * Fills in the fields of a step with outputs of the steps before it, as Zapier's editor maps them.
 * @param input fields whose values may contain `{{step.field}}`, or `{{step.a.b}}` for a nested field
 * @returns the filled fields. A value that is nothing but a placeholder becomes the output itself, with its type;
 *   inside of a text the output is written as text. An output that does not exist becomes ''.
 */
export function mapFields(input: Record<string, unknown>, given: Given): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, mapValue(value, given)]));
}

/** The paths of the trigger's item that fields are mapped from, such as `response.answers.email`; each once. */
export function pathsIn(input: unknown): string[] {
  const paths = [...JSON.stringify(input).matchAll(placeholder)].map(([, path = '']) => path);
  const own = paths
    .filter((path) => path.startsWith('trigger.'))
    .map((path) => path.slice('trigger.'.length));
  return [...new Set(own)];
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
