import { complain, read, type Reading } from './reading.ts';

/** What a number of a field may be. */
export interface QuantityRule {
  /** The smallest that is taken. */
  least: number;
  /** The largest that is taken. */
  most?: number;
  /** True when fractions are not taken. */
  whole?: boolean;
  /** The units that may stand behind it, in lower case without dots and blanks: "sqft". */
  units?: readonly string[];
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const longest = 40;

/**
 * Reads a number as people write it: "2,400", "2400 sq ft", "$2,400.00", "two". Words around it ("about 2,000") are
 * not guessed away.
 * @param text cleaned
 * @returns a complaint for what is no number, has two meanings ("2.400", "1-2"), or is not what the rule takes
 */
export function readQuantity(
  text: string,
  { least, most, whole = false, units = [] }: QuantityRule,
): Reading<number> {
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  const refused = complain(`has to be a ${whole ? 'whole ' : ''}number ${range}`);
  const written =
    text.length > longest || /\d[²³¹]/.test(text)
      ? undefined
      : numberIn(text.normalize('NFKC').toLowerCase(), units);
  if (written === 'two meanings') return complain('has two meanings: write it like 2400 or 2,400');
  if (written === undefined || written < least) return refused;
  return written <= (most ?? Number.MAX_SAFE_INTEGER) && (!whole || Number.isInteger(written))
    ? read(written)
    : refused;
}

function numberIn(text: string, units: readonly string[]): number | 'two meanings' | undefined {
  const money = text.replace(/^(?:usd|us\$|\$)\s*|\s*(?:usd|dollars?)$/g, '');
  const [, digits = '', thousand, unit = ''] =
    /^([\d.,]+|[a-z]+(?=\s|-|$))\s*(k)?(?:\s*-?\s*([a-z. ²^2]+))?$/.exec(money) ?? [];
  const plainUnit = unit.replace(/[. ]/g, '').replace(/[²^]2?/, '2');
  if (plainUnit !== '' && !units.includes(plainUnit)) return undefined;
  const factor = thousand === undefined ? 1 : 1000;
  if (words.includes(digits)) return words.indexOf(digits) * factor;
  // "2.400" is 2400 in one country and 2.4 in another; so is "2,4".
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits) || /^\d+,\d{1,2}$/.test(digits)) return 'two meanings';
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  return grouped || /^\d+(?:\.\d+)?$/.test(digits)
    ? rounded(Number(digits.replaceAll(',', '')) * factor)
    : undefined;
}

// 2.01k is 2010, not 2009.9999999999998.
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
