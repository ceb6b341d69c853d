import type { CaseTable } from './case_table.ts';

export const texts: CaseTable = {
  title: 'A line of text',
  takes: 'Any text. What nobody sees is taken out, and what stands for nothing counts as blank.',
  action: 'create_lead',
  key: 'source',
  cases: [
    { given: 'Form [object Object]', refused: 'holds a group of fields', why: 'an app lost what was in it' },
    ...['--None--', '-- Select --', '- Select an option -', 'Select...', 'Please select', 'Choose one'].map(
      (given) => ({
        given,
        becomes: null,
        why: 'a list from which nothing was picked',
      }),
    ),
    ...['Select Homes', 'None Better', '[Google]', 'Choose Us', '50% off', '{{a}} b', 'x - none'].map(
      (given) => ({
        given,
        becomes: given,
        why: 'it says something',
      }),
    ),
    ...[
      '*|FNAME|*',
      '%%first_name%%',
      '<<name>>',
      '{name}',
      '${name}',
      '[[name]]',
      '[First Name]',
      '(unknown)',
      'TBA',
      'No data',
    ].map((given) => ({ given, becomes: null, why: 'a template or a form that was not filled in' })),
    ...['{{first_name}}', '%NAME%', '(not set)', '<empty>', 'Not found', 'TBD'].map((given) => ({
      given,
      becomes: null,
      why: 'a template or a form that was not filled in',
    })),
    { given: '&nbsp;&nbsp;', becomes: null, why: 'escaped blanks are nothing' },
    { given: '  Facebook   Ads ', becomes: 'Facebook Ads', why: 'blanks around and between are single ones' },
    { given: 'Face\u200Bbook\uFEFF', becomes: 'Facebook', why: 'characters without width are invisible' },
    {
      given: '\u202AFacebook\u202C\u200E',
      becomes: 'Facebook',
      why: 'marks of direction come with copied text',
    },
    {
      given: 'Facebook\u00A0\u202FAds',
      becomes: 'Facebook Ads',
      why: 'a blank that does not break is a blank',
    },
    { given: 'O&#39;Brien &amp; Sons', becomes: "O'Brien & Sons", why: 'web forms escape what people type' },
    { given: 'O&amp;#39;Brien', becomes: "O'Brien", why: 'some apps escape twice' },
    { given: 'Ren&eacute;e &ndash; web', becomes: 'Renée – web', why: 'names of characters are escapes too' },
    { given: 'AT&T', becomes: 'AT&T', why: 'an ampersand alone is an ampersand' },
    { given: 'Cafe\u0301', becomes: 'Café', why: 'a letter and its accent become one character' },
    { given: 'Face\nbook', becomes: 'Face book', why: 'a line of text has no line breaks' },
    { given: '["Facebook"]', becomes: 'Facebook', why: 'a list of one is that one' },
    { given: ['Facebook'], becomes: 'Facebook', why: 'a list of one is that one' },
    { given: 42, becomes: '42', why: 'a number is its digits' },
    { given: '👩‍👩‍👧 family', becomes: '👩‍👩‍👧 family', why: 'emoji stay whole' },
    ...[
      'N/A',
      'n/a',
      '#N/A',
      'none',
      'None',
      'null',
      'undefined',
      'unknown',
      '-',
      '.',
      '--',
      '...',
      '?',
      'NaN',
    ].map((given) => ({ given, becomes: null, why: 'stands for nothing' })),
    ...['undefined undefined', 'null, null', 'N/A / N/A', '#REF!', '#VALUE!', '(blank)', '[]', '""'].map(
      (given) => ({
        given,
        becomes: null,
        why: 'stands for nothing',
      }),
    ),
    { given: '\u200B\u2060', becomes: null, why: 'what nobody sees is nothing' },
    { given: '\u200D\uFE0F', becomes: null, why: 'what nobody sees is nothing' },
    {
      given: '[object Object]',
      refused: 'holds a group of fields, not a text',
      why: 'an app lost what was in it',
    },
    { given: ['A', 'B'], refused: 'has to be a single line of text', why: 'which of the two is not known' },
  ],
};

export const longTexts: CaseTable = {
  title: 'Notes and other long texts',
  takes: 'Any text, to the letter. Only what nobody sees is taken out.',
  action: 'create_lead',
  key: 'notes',
  cases: [
    { given: 'Gate:  4421\n\n2nd floor', becomes: 'Gate:  4421\n\n2nd floor', why: 'lines and blanks stay' },
    { given: 'Tom &amp; Jerry', becomes: 'Tom &amp; Jerry', why: 'a long text may be about such things' },
    { given: 'Ga\u200Bte', becomes: 'Gate', why: 'characters without width are invisible' },
    { given: 'N/A', becomes: null, why: 'stands for nothing' },
  ],
};

export const names: CaseTable = {
  title: "A person's name",
  takes: 'First and last name, without the words that stand for a part that was not there.',
  action: 'create_lead',
  key: 'customer_name',
  cases: [
    ...['Taylor Morgan', 'Morgan, Taylor', 'Taylor Morgan-Smith', 'Nullsen Nan-Lee'].map((given) => ({
      given,
      becomes: given,
      why: 'as written',
    })),
    ...['Taylor undefined', 'Taylor null', 'Taylor N/A', 'Taylor {{last_name}}', ', Taylor', 'Taylor -'].map(
      (given) => ({
        given,
        becomes: 'Taylor',
        why: 'a part of it was not there',
      }),
    ),
    { given: 'Taylor\nMorgan', becomes: 'Taylor Morgan', why: 'a name is a line' },
  ],
};
