import { complain, read, type Reading } from './reading.ts';

// Behind each code its name, and the abbreviations that the letters of the name do not tell.
const states = `AL Alabama|Ala;AK Alaska;AZ Arizona|Ariz;AR Arkansas|Ark;CA California|Calif|Cal;CO Colorado|Colo
CT Connecticut|Conn;DE Delaware|Del;DC District of Columbia|Washington DC|Wash DC;FL Florida|Fla;GA Georgia;HI Hawaii;ID Idaho
IL Illinois|Ill;IN Indiana|Ind;IA Iowa;KS Kansas|Kans|Kan;KY Kentucky;LA Louisiana;ME Maine;MD Maryland
MA Massachusetts|Mass;MI Michigan|Mich;MN Minnesota|Minn;MS Mississippi|Miss;MO Missouri;MT Montana|Mont
NE Nebraska|Nebr|Neb;NV Nevada|Nev;NH New Hampshire|N Hampshire;NJ New Jersey|N Jersey;NM New Mexico|N Mexico|N Mex
NY New York;NC North Carolina|N Carolina|No Carolina|N Car;ND North Dakota|N Dakota|No Dakota|N Dak;OH Ohio
OK Oklahoma|Okla;OR Oregon|Ore|Oreg;PA Pennsylvania|Penn|Penna;RI Rhode Island
SC South Carolina|S Carolina|So Carolina|S Car;SD South Dakota|S Dakota|So Dakota|S Dak;TN Tennessee|Tenn
TX Texas|Tex;UT Utah;VT Vermont;VA Virginia|Virg;WA Washington|Wash;WV West Virginia|W Virginia|W Va|W Virg
WI Wisconsin|Wisc|Wis;WY Wyoming|Wyo;PR Puerto Rico;VI Virgin Islands|US Virgin Islands;GU Guam;AS American Samoa
MP Northern Mariana Islands;AA Armed Forces Americas;AE Armed Forces Europe;AP Armed Forces Pacific`;
const provinces = `AB Alberta;BC British Columbia;MB Manitoba;NB New Brunswick;NL Newfoundland and Labrador
NS Nova Scotia;NT Northwest Territories;NU Nunavut;ON Ontario;PE Prince Edward Island;QC Quebec;SK Saskatchewan
YT Yukon`;

const codes = new Map([...namesIn(states), ...namesIn(provinces)]);
const provinceCodes = new Set(namesIn(provinces).map(([, code]) => code));
const country = /(?:^|[\s,]+)(?:u\.?s\.?a?\.?|united states(?: of america)?|canada)$/i;
const canadian = new RegExp(`^ca-(?=(?:${[...provinceCodes].join('|')})$)`, 'i');
// Letters of states that are words of their own, or the end of a street's or a town's name.
const words = new Set('al as co ct de hi id in la ma me mt ne oh ok on or pa pr'.split(' '));
const notRead = 'is not a state: write it like NC or North Carolina';
const longest = 200;

/**
 * Reads a state by its name, its letters or a usual abbreviation, with the town before it or the country and the ZIP
 * code behind it; Canadian provinces too.
 * @param text cleaned: "NC", "N. Carolina", "US-NC", "Charlotte, NC, USA"
 * @returns two capital letters ("NC"), the form of the API's examples; a complaint for what is no state or may be two
 */
export function readState(text: string): Reading<string> {
  if (text.length > longest) return complain(notRead);
  const plain = text
    .replace(/^us-(?=[a-z]{2}$)/i, '')
    .replace(canadian, '')
    .replace(/^state of | state$/i, '');
  const whole = codeOf(plain) ?? codeOf(plain.replace(country, ''));
  if (whole !== undefined) return read(whole);
  const alternatives = plain.split(/\s*[/&|;\n]\s*|\s+(?:or|and|to)\s+/).map((part) => stateIn(part.trim()));
  const found = new Set(alternatives.filter((code) => code !== undefined));
  const [code] = found;
  if (code === undefined) return complain(notRead);
  return found.size === 1 && code !== 'two' ? read(code) : complain('may be two states: write one, like NC');
}

// "Town, NC 28202, USA": the last part that is a state, since towns are called like states (Washington, NC).
function stateIn(address: string): string | undefined {
  const parts = address
    .replace(country, '')
    .split(/[,()]| - /)
    .map((part) => part.replace(/\s*\d{5}(?:-\d{4})?\s*$/, '').trim())
    .filter((part) => part !== '');
  const found = parts.map((part) => ({ part, code: codeOf(part) ?? lettersAtEnd(part) }));
  const known = found.filter(({ code }) => code !== undefined);
  const last = known.at(-1);
  const before = known.at(-2);
  if (last?.code === undefined || before?.code === undefined || before.code === last.code) return last?.code;
  // CA is California or Canada.
  if (last.code === 'CA' && provinceCodes.has(before.code))
    return before.part.length === 2 ? before.code : 'two';
  return before.part.length > 2 && last.part.length === 2 ? last.code : 'two';
}

function codeOf(part: string): string | undefined {
  return codes.get(lettersOf(part));
}

// "Charlotte NC". In small letters only where they are no word of a town or street: "Land O Lakes la", "12 Oak Ct".
function lettersAtEnd(part: string): string | undefined {
  const letters = /^\D*\s([A-Za-z]{2})$/.exec(part)?.[1];
  if (letters === undefined || (letters !== letters.toUpperCase() && words.has(letters.toLowerCase())))
    return undefined;
  return codeOf(letters);
}

function namesIn(table: string): [name: string, code: string][] {
  return table.split(/[;\n]/).flatMap((entry) => {
    const code = entry.slice(0, 2);
    return [code, ...entry.slice(3).split('|')].map((name): [string, string] => [lettersOf(name), code]);
  });
}

function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '');
}
