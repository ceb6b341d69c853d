import { complain, read, type Reading } from './reading.ts';
import { readState } from './state.ts';

// States whose ZIP codes begin with a zero, which spreadsheets drop.
const zeroStates = new Set(['CT', 'MA', 'ME', 'NH', 'NJ', 'RI', 'VT', 'PR', 'VI', 'AE']);
// And those whose codes begin with two.
const twoZeroStates = new Set(['PR', 'VI']);
const canadian = /^[a-z]\d[a-z][ -]?\d[a-z]\d$/i;

/** What is known of the state of a ZIP code. */
export interface StateBeside {
  /** As it was filled in. */
  state: string | undefined;
  /** True when a blank state is one that we do not see: that of a record which is changed. */
  isHidden: boolean;
}

/**
 * Reads a ZIP code: five digits, or nine. A zero that a spreadsheet dropped is put back where the state's codes begin
 * with one, or where there is no state.
 * @param text cleaned: "28202", "28202-1234", "282021234", "NC 28202", "2138"
 */
export function readZip(text: string, beside: StateBeside): Reading<string> {
  const refused = complain('is not a ZIP code: write it like 28202');
  if (canadian.test(text)) return read(text.toUpperCase());
  const plain = text
    .replace(/^[='"(\s]+|['".;,)\s]+$/g, '')
    .replace(/^(?:z|zip)(?: ?code)?\s*:\s*/i, '')
    .replace(/^(\d{1,2}),(\d{3})$/, '$1$2');
  const match =
    /^(?<town>[a-z., ]+[\s,]+|[a-z]{2})?(?<code>\d{3,5}|\d{9})(?:\.0+)?(?:\s*[-–—\s]\s*(?<more>\d{4})|-)?(?:,?\s*(?:usa?|united states))?$/i.exec(
      plain,
    );
  const { code = '', more, town } = match?.groups ?? {};
  if (code === '' || /^(?:0{5}|9{5})/.test(code)) return refused;
  if (code.length === 9) return more === undefined ? read(`${code.slice(0, 5)}-${code.slice(5)}`) : refused;
  const whole = code.length === 5 ? code : withZeros(code, { ...beside, state: beside.state ?? town });
  if (whole === undefined) return complain('lacks a digit: write it like 28202');
  return read(more === undefined ? whole : `${whole}-${more}`);
}

function withZeros(code: string, { state, isHidden }: StateBeside): string | undefined {
  const reading = state === undefined ? undefined : readState(state);
  const known = reading !== undefined && 'value' in reading ? reading.value : undefined;
  if (code.length === 3) return known !== undefined && twoZeroStates.has(known) ? `00${code}` : undefined;
  if (state === undefined) return isHidden ? undefined : `0${code}`;
  return known !== undefined && zeroStates.has(known) ? `0${code}` : undefined;
}
