/**
 * Reads a US ZIP code. Spreadsheets drop a leading zero: four digits get it back ("2138" is 02138).
 * @returns what was typed without white space around it, with the zero; other postal codes pass as they are
 */
export function readZip(typed: string): string {
  return typed.trim().replace(/^(\d{4})(-\d{4})?$/, '0$1$2');
}
