import type { CaseTable } from './case_table.ts';

export const states: CaseTable = {
  title: 'A state',
  takes:
    'The name, the two letters or a usual abbreviation, with the town before it or the country behind it.',
  action: 'create_client',
  key: 'state',
  cases: [
    ...['VA to WV', 'M4A'].map((given) => ({ given, refused: 'state', why: 'it names none, or two' })),
    { given: 'Portland, OR 97201', becomes: 'OR', why: 'the town before it, the ZIP code behind it' },
    { given: 'Québec', becomes: 'QC', why: 'with its accent' },
    { given: 'Portland OR', becomes: 'OR', why: 'the town before it' },
    ...[
      'NC',
      'nc',
      'N.C.',
      'North Carolina',
      'N. Carolina',
      'US-NC',
      'Charlotte, NC, USA',
      'NC 28202',
      'Washington, NC',
    ].map((given) => ({ given, becomes: 'NC', why: 'North Carolina' })),
    ...['charlotte nc', 'Charlotte Nc', 'charlotte nc 28202', 'NC State', 'State of NC'].map((given) => ({
      given,
      becomes: 'NC',
      why: 'North Carolina',
    })),
    ...['CA-ON', 'ca-on'].map((given) => ({ given, becomes: 'ON', why: 'country and province' })),
    ...['12 Oak CT', '12 oak ct', 'Rocky Mt', 'in or', 'Kent State', 'CA-NC'].map((given) => ({
      given,
      refused: 'is not a state',
      why: 'the letters may be something else',
    })),
    { given: 'Washington', becomes: 'WA', why: 'the state' },
    { given: 'Washington DC', becomes: 'DC', why: 'the capital' },
    { given: 'Washington, D.C.', becomes: 'DC', why: 'the capital' },
    { given: 'Wash. D.C.', becomes: 'DC', why: 'the capital' },
    { given: 'Calif.', becomes: 'CA', why: 'a usual abbreviation' },
    { given: 'W. Va.', becomes: 'WV', why: 'a usual abbreviation' },
    ...['VI', 'GU', 'AE', 'PR'].map((given) => ({ given, becomes: given, why: 'mail goes there too' })),
    { given: 'ON, CA', becomes: 'ON', why: 'CA is the country here' },
    ...['NY/NJ', 'Virginia / West Virginia', 'NC, SC', 'Texas or Oklahoma', 'Ontario, CA'].map((given) => ({
      given,
      refused: 'may be two states',
      why: 'nothing says which',
    })),
    ...['Carolina', 'USA', 'Charlotte'].map((given) => ({
      given,
      refused: 'is not a state',
      why: 'it names none',
    })),
  ],
};

const zipCase = (given: unknown, state: string | null, expected: object, why: string) => ({
  given,
  ...(state !== null && { beside: { state } }),
  ...expected,
  why,
});

export const zips: CaseTable = {
  title: 'A ZIP code',
  takes: 'Five digits or nine. A zero that a spreadsheet dropped is put back where the state has such codes.',
  action: 'create_client',
  key: 'zip',
  cases: [
    ...['28202', '28202.0', 'NC 28202', '28202, USA', 28202].map((given) =>
      zipCase(given, 'NC', { becomes: '28202' }, 'five digits'),
    ),
    ...['282021234', '28202 1234', '28202-1234', '28202 - 1234'].map((given) =>
      zipCase(given, 'NC', { becomes: '28202-1234' }, 'nine digits'),
    ),
    ...[
      "'28202",
      '="28202"',
      'ZIP: 28202',
      'z:28202',
      '28202.',
      'Charlotte, NC 28202',
      'NC28202',
      '(28202)',
      '28,202',
      'Charlotte, NC 28202, United States',
    ].map((given) => zipCase(given, 'NC', { becomes: '28202' }, 'five digits')),
    zipCase('2138', 'MA', { becomes: '02138' }, 'codes in Massachusetts begin with 0'),
    zipCase('2138', 'Massachusetts', { becomes: '02138' }, 'codes in Massachusetts begin with 0'),
    zipCase('601', 'PR', { becomes: '00601' }, 'codes in Puerto Rico begin with 00'),
    ...Object.entries({ CT: 6101, ME: 4101, NH: 3038, NJ: 8901, RI: 2820, VT: 5001, AE: 9012, MA: 1001 }).map(
      ([state, code]) => zipCase(code, state, { becomes: `0${code}` }, 'codes there begin with 0'),
    ),
    ...Object.entries({ PR: 901, VI: 802, NY: 501 }).map(([state, code]) =>
      zipCase(code, state, { becomes: `00${code}` }, 'codes there begin with 00'),
    ),
    zipCase('0601', 'PR', { becomes: '00601' }, 'codes in Puerto Rico begin with 00'),
    ...Object.entries({ CT: 7001, ME: 3801, NH: 3901, NJ: 9001, RI: 3001, VT: 6001, AE: 9901, MA: 2820 }).map(
      ([state, code]) => zipCase(code, state, { refused: 'lacks a digit' }, 'that would be in another state'),
    ),
    zipCase(601, 'MA', { refused: 'lacks a digit' }, 'that would be in Puerto Rico'),
    zipCase(501, 'PR', { refused: 'lacks a digit' }, 'that would be in New York'),
    zipCase('0601', null, { refused: 'lacks a digit' }, 'nothing says which one'),
    zipCase('9901', null, { refused: 'lacks a digit' }, 'no code begins like this'),
    zipCase('2138', null, { becomes: '02138' }, 'no state contradicts it'),
    ...['K1A 0B1', 'K1A-0B1', 'K1A0B1'].map((given) => zipCase(given, 'ON', { becomes: given }, 'Canadian')),
    zipCase('k1a 0b1', 'ON', { becomes: 'K1A 0B1' }, 'Canadian'),
    ...[
      'SW1A 1AA',
      'K1A 0B12',
      'KK1A 0B1',
      '11A 0B1',
      'KAA 0B1',
      'K11 0B1',
      'K1A BB1',
      'K1A 001',
      'K1A 0BB',
    ].map((given) => zipCase(given, 'ON', { refused: 'is not a ZIP code' }, 'of no country here')),
    zipCase('2820', 'NC', { refused: 'lacks a digit' }, 'no code in North Carolina begins with 0'),
    zipCase('ZIP 2138', null, { becomes: '02138' }, 'no state contradicts it'),
    zipCase('MA 2138', null, { becomes: '02138' }, 'the state stands before it'),
    zipCase('NC 2820', null, { refused: 'lacks a digit' }, 'the state stands before it'),
    zipCase('2,138', 'MA', { becomes: '02138' }, 'codes in Massachusetts begin with 0'),
    ...['00000', '99999', '00000-0000', '999999999'].map((given) =>
      zipCase(given, null, { refused: 'is not a ZIP code' }, 'nobody lives there'),
    ),
    zipCase('601', null, { refused: 'lacks a digit' }, 'two digits are missing'),
    ...['28,20', '128,202', '28,2021', '28202ZIP: 28202', '28202 ZIP 28202'].map((given) =>
      zipCase(given, 'NC', { refused: 'is not a ZIP code' }, 'it is none'),
    ),
    zipCase('10000', 'NC', { becomes: '10000' }, 'five digits'),
    zipCase('28202-0000', 'NC', { becomes: '28202-0000' }, 'nine digits'),
    zipCase('020999999', 'MA', { becomes: '02099-9999' }, 'nine digits'),
    zipCase('8202', 'Carolina', { refused: 'lacks a digit' }, 'the state is none'),
    zipCase('282021', 'NC', { refused: 'is not a ZIP code' }, 'six digits'),
    zipCase('282021234-1234', 'NC', { refused: 'is not a ZIP code' }, 'too many digits'),
    zipCase('Charlotte', 'NC', { refused: 'is not a ZIP code' }, 'no digits'),
  ],
};
