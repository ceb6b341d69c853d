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

function plain(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z]/g, '');
}

/**
 * Reads a state by its name or its two letters, in any case, with or without dots.
 * @returns two capital letters ("NC"), the form the API's examples use, or undefined when it is no state.
 *   Two letters that are no US state pass: whether a province is served is the API's to say.
 */
export function readState(typed: string): string | undefined {
  const letters = plain(typed);
  return letters.length === 2 ? letters.toUpperCase() : codes.get(letters);
}
