/**
 * The percentile of the values: one of them, below which the given share of them lies.
 * @param share from 0 to 1
 * @throws RangeError when there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
  if (value === undefined) throw new RangeError('A percentile needs values.');
  return value;
}

/** The median of the values. Throws RangeError when there are none. */
export function median(values: readonly number[]): number {
  const { length } = values;
  const upper = percentile(values, 0.5);
  return length % 2 === 1 ? upper : (upper + percentile(values, (length / 2 - 1) / length)) / 2;
}
