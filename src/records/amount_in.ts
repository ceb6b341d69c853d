import { readQuantity } from '../forms/readers/quantity.ts';

/**
 * The amount in a record: a number, or a text such as "$1,200.00".
 * @returns undefined for anything else, and where a text has two meanings
 */
export function amountIn(value: unknown): number | undefined {
  if (typeof value !== 'string') return typeof value === 'number' ? value : undefined;
  const reading = readQuantity(value.trim(), { least: 0 });
  return reading && 'value' in reading ? reading.value : undefined;
}
