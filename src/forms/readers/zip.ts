import { complain, read, type Reading } from './reading.ts';
import { readState } from './state.ts';

// States whose ZIP codes begin with a zero, which spreadsheets drop.
const zeroStates = new Set(['CT', 'MA', 'ME', 'NH', 'NJ', 'RI', 'VT', 'PR', 'VI', 'AE']);
// And those whose codes begin with two.
const twoZeroStates = new Set(['PR', 'VI']);
const canadian = /^[a-z]\d[a-z][ -]?\d[a-z]\d$/i;

/**
 * Reads a ZIP code: five digits, or nine. A zero that a spreadsheet dropped is put back where the state's codes begin
 * with one, or where no state is given.
 * @param text cleaned: "28202", "28202-1234", "282021234", "NC 28202", "2138"
 * @param state the state beside it, as it was filled in
 */
export function readZip(text: string, state: string | undefined): Reading<string> {
  const refused = complain('is not a ZIP code: write it like 28202');
  if (canadian.test(text)) return read(text.toUpperCase());
  const plain = text.replace(/^[='"\s]+|['".;,\s]+$/g, '').replace(/^(?:z|zip)(?: ?code)?\s*:\s*/i, '');
  const match =
    /^(?:[a-z., ]+[\s,]+)?(?<code>\d{3,5}|\d{9})(?:\.0+)?(?:\s*[-–—\s]\s*(?<more>\d{4})|-)?(?:,?\s*usa?)?$/i.exec(
      plain,
    );
  const { code = '', more } = match?.groups ?? {};
  if (code === '') return refused;
  if (code.length === 9) return more === undefined ? read(`${code.slice(0, 5)}-${code.slice(5)}`) : refused;
  const whole = code.length === 5 ? code : withZeros(code, state);
  if (whole === undefined) return complain('lacks a digit: write it like 28202');
  return read(more === undefined ? whole : `${whole}-${more}`);
}

function withZeros(code: string, state: string | undefined): string | undefined {
  const reading = state === undefined ? undefined : readState(state);
  const known = reading !== undefined && 'value' in reading ? reading.value : undefined;
  if (code.length === 3) return known !== undefined && twoZeroStates.has(known) ? `00${code}` : undefined;
  return state === undefined || (known !== undefined && zeroStates.has(known)) ? `0${code}` : undefined;
}
