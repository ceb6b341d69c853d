const states = `AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware
DC District of Columbia;FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas
KY Kentucky;LA Louisiana;ME Maine;MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi
MO Missouri;MT Montana;NE Nebraska;NV Nevada;NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York
NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;PA Pennsylvania;RI Rhode Island
SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;WA Washington
WV West Virginia;WI Wisconsin;WY Wyoming;PR Puerto Rico`;

const codes = new Map(
  states.split(/[;\n]/).map((entry): [string, string] => [plain(entry.slice(3)), entry.slice(0, 2)]),
);

const provinces = new Set('AB BC MB NB NL NS NT NU ON PE QC SK YT'.split(' '));
const known = new Set([...codes.values(), ...provinces]);

function plain(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z]/g, '');
}

/**
 * Reads a state by its name or its two letters, in any case, with or without dots; in "Washington, DC" and
 * "North Carolina, USA" the last part that is one. Canadian provinces pass by their letters.
 * @returns two capital letters ("NC"), the form the API's examples use, or undefined when it is no state
 */
export function readState(typed: string): string | undefined {
  const parts = [typed, ...typed.split(/[,/()]| - /).reverse()];
  return parts.map(stateIn).find((code) => code !== undefined);
}

function stateIn(part: string): string | undefined {
  const letters = plain(part);
  const code = letters.length === 2 ? letters.toUpperCase() : codes.get(letters);
  return code !== undefined && known.has(code) ? code : undefined;
}
