import { createRequire } from 'node:module';
import { isObject } from '../src/lib/guards.ts';

type Item = Record<string, unknown>;

// The platform's own command line converts as production does; it exports this to nobody.
const place = 'zapier-platform-cli/src/oclif/commands/invoke/input-types.js';
const inputTypes: unknown = createRequire(import.meta.url)(place);

/**
 * Does to the values of a form what Zapier does before the app sees them: by a field's type it makes numbers, yes or no
 * and moments of texts, and fills in defaults.
 * @param fields of the form, as the app draws them
 * @throws Error when the command line has its conversion somewhere else
 */
export function asZapierHandsOver(
  input: Item,
  fields: readonly { key: string; type?: string }[],
  timeZone = 'America/New_York',
): Item {
  if (typeof inputTypes !== 'function') throw new Error(`There is no conversion any more in ${place}.`);
  const texts = Object.entries(input).map(([key, value]) => [key, asText(value)]);
  const converted: unknown = Reflect.apply(inputTypes, undefined, [
    structuredClone(Object.fromEntries(texts)),
    fields,
    timeZone,
  ]);
  return isObject(converted) ? converted : {};
}

// A number that is mapped from another step arrives as the text that the editor shows.
function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
