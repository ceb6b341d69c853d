/** Reads yes or no in the spellings that people and other apps use; undefined for anything else. */
export function readYesNo(value: string): boolean | undefined {
  const plain = value.trim().toLowerCase();
  if (['true', 'yes', 'y', '1', 'on'].includes(plain)) return true;
  return ['false', 'no', 'n', '0', 'off'].includes(plain) ? false : undefined;
}
