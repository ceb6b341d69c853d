/**
 * Reads a number as people write it: "2,400" is 2400. Words around it ("about 2,000") are not guessed away.
 * @returns undefined when it is no number, less than `least`, or has a fraction where `whole` numbers are asked for
 */
export function readQuantity(value: string, least: number, whole: boolean): number | undefined {
  const plain = value.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  const number = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  const fits = whole ? Number.isSafeInteger(number) : Number.isFinite(number);
  return fits && number >= least ? number : undefined;
}
