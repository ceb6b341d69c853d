import { complain, read, type Reading } from './reading.ts';
import { readState } from './state.ts';

// Where ZIP codes begin with a zero, which spreadsheets drop: the first and the last of a state's first three digits.
const zeroPrefixes: Record<string, [first: number, last: number]> = {
  ...{ NY: [5, 5], PR: [6, 9], VI: [8, 8], MA: [10, 27], RI: [28, 29], NH: [30, 38], ME: [39, 49] },
  ...{ VT: [50, 59], CT: [60, 69], NJ: [70, 89], AE: [90, 98] },
};
// Of all these states together, those where one digit is missing.
const anyPrefix: [first: number, last: number] = [10, 98];
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
  if (canadian.test(text)) return read(text.toUpperCase().replace('-', ' '));
  const plain = text
    .replace(/^[='"(\s]+|['".;,)\s]+$/g, '')
    .replace(/^(?:z|zip)(?: ?code)?\s*:?\s*(?=\d)/i, '')
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
  if (state === undefined && isHidden) return undefined;
  const whole = code.padStart(5, '0');
  const prefix = Number(whole.slice(0, 3));
  const [first, last] = (state === undefined ? anyPrefix : prefixesOf(state)) ?? [1, 0];
  return prefix >= first && prefix <= last ? whole : undefined;
}

function prefixesOf(state: string): [first: number, last: number] | undefined {
  const reading = readState(state);
  return reading !== undefined && 'value' in reading ? zeroPrefixes[reading.value] : undefined;
}
