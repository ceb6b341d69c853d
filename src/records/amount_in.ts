import { readQuantity } from '../forms/readers/quantity.ts';

// "-$5.00", "$-5.00", "(5.00)": what is taken off, as books write it.
const negative = /^(?:(\p{Sc}?)\s*[-−]\s*|\((?=.*\)$))(.*?)\)?$/u;

/**
 * The amount in a record: a number, or a text such as "$1,200.00", "€20" or "-50.00".
 * @returns undefined for anything else, and where a text has two meanings
 */
export function amountIn(value: unknown): number | undefined {
  if (typeof value !== 'string') return typeof value === 'number' ? value : undefined;
  const [, , taken] = negative.exec(value.trim()) ?? [];
  const amount = (taken ?? value).trim().replace(/^\p{Sc}\s*|\s*\p{Sc}$/gu, '');
  const reading = readQuantity(amount, { least: 0 });
  if (reading === undefined || !('value' in reading)) return undefined;
  return taken === undefined ? reading.value : -reading.value;
}
