import type { CaseTable } from './case_table.ts';

export const phones: CaseTable = {
  title: 'A phone number',
  takes: 'Any spelling, the first of several numbers. Other countries with + in front.',
  action: 'create_client',
  key: 'phone',
  cases: [
    ...['704\u2011555\u20110123', '７０４ 555 0123'].map((given) => ({
      given,
      becomes: '+17045550123',
      why: 'other dashes and digits',
    })),
    { given: '+86282452253', becomes: null, why: 'UNAVAILABLE on the keys of a telephone' },
    ...['44 207 946 0958', '0044 207 946 0958', '011 52 998 123 4567'].map((given) => ({
      given,
      refused: 'is not a phone number',
      why: 'another country without its +',
    })),
    ...['+9195550123', '+9105550123', '+8285550123'].map((given) => ({
      given,
      refused: 'Phone',
      why: 'a US number without its 1, or one of another country',
    })),
    ...[
      '(704) 555-0123',
      '704.555.0123',
      '704 555 0123',
      '7045550123',
      '+1 704 555 0123',
      '1-704-555-0123',
      'tel:+17045550123',
    ].map((given) => ({ given, becomes: '+17045550123', why: 'a US number in any spelling' })),
    { given: 7045550123, becomes: '+17045550123', why: 'apps hand over numbers' },
    { given: '7045550123.0', becomes: '+17045550123', why: 'spreadsheets add .0' },
    ...[
      '704 555 0123 and 704 555 0199',
      '704 555 0123 & 704 555 0199',
      '704 555 0123\n704 555 0199',
      '704-555-0123 / 704-555-0199',
    ].map((given) => ({ given, becomes: '+17045550123', why: 'the first of several' })),
    { given: ['704 555 0123', '704 555 0199'], becomes: '+17045550123', why: 'the first of several' },
    ...['704 555 0123 call after 5', 'Cell: 704-555-0123', 'call after 5 704 555 0123'].map((given) => ({
      given,
      becomes: '+17045550123',
      why: 'words around it do no harm',
    })),
    { given: '704.555.0123 x5', becomes: '+17045550123', why: 'CleanEstimate Pro takes no extensions' },
    ...[
      '1-800-GOT-JUNK',
      '1-800-got-junk',
      '1800GOTJUNK',
      '1 800 GOT JUNK',
      '(800) GOT-JUNK',
      '+1-800-GOTJUNK',
    ].map((given) => ({ given, becomes: '+18004685865', why: 'letters stand for the keys of a telephone' })),
    ...['704-555-WASH', '(704) 555-WASH', '704.555.WASH', '1-704-555-WASH'].map((given) => ({
      given,
      becomes: '+17045559274',
      why: 'letters stand for the keys of a telephone',
    })),
    ...['704-PLA-QZXY', '704-PLA-7999'].map((given) => ({
      given,
      becomes: '+17047527999',
      why: 'letters stand for the keys of a telephone',
    })),
    ...[
      '704 555 CELL',
      '704-555-CELL',
      '704-555-wash',
      '1-800-CONTACTS',
      '800 call after 5',
      '1-800-WASH',
    ].map((given) => ({ given, refused: 'is not a phone number', why: 'a part of a number, and a word' })),
    { given: '704 555 0123 HOME', becomes: '+17045550123', why: 'words around it do no harm' },
    { given: '+49 30 901820', becomes: '+4930901820', why: 'another country, with +' },
    { given: '+15551234567', becomes: '+15551234567', why: "the number of the product's own examples" },
    ...['anonymous', 'Restricted', 'Private', 'Unavailable'].map((given) => ({
      given,
      becomes: null,
      why: 'caller id shows this instead of a number',
    })),
    ...[
      '000-000-0000',
      '123-456-7890',
      '999-999-9999',
      '555-555-5555',
      '1111111111',
      '104-555-0123',
      '555-0123',
      'call after 5',
      '7.045550123E9',
    ].map((given) => ({ given, refused: 'is not a phone number', why: 'nobody has this number' })),
  ],
};

export const emails: CaseTable = {
  title: 'An email address',
  takes: 'An address, the first of several, with a name around it or without.',
  action: 'create_client',
  key: 'email',
  cases: [
    ...[
      'taylor. morgan@gmail.com',
      'tay lor@example.com',
      'taylor, morgan@gmail.com',
      'taylor/morgan@x.co',
    ].map((given) => ({
      given,
      refused: 'is not an email address',
      why: 'what stands behind the blank is the address of somebody else',
    })),
    ...['SMTP:t@x.co', 'Work: t@x.co', '*t@x.co*', '“t@x.co”', 't@x.co!'].map((given) => ({
      given,
      becomes: 't@x.co',
      why: 'the bare address',
    })),
    { given: ' Taylor@Example.com ', becomes: 'Taylor@Example.com', why: 'as written' },
    { given: 't+wash@example.com', becomes: 't+wash@example.com', why: 'as written' },
    ...[
      'mailto:t@x.co?subject=hi',
      '"t@x.co"',
      't@x.co,',
      't@x.co.',
      '["t@x.co"]',
      '<t@x.co>',
      'Taylor <t@x.co>',
      'Email: t@x.co',
      't @ x.co',
    ].map((given) => ({ given, becomes: 't@x.co', why: 'the bare address' })),
    ...['A <a@x.co>, B <b@x.co>', 'a@x.co; b@x.co', 'a@x.co b@x.co', 'a@x.co\nb@x.co'].map((given) => ({
      given,
      becomes: 'a@x.co',
      why: 'the first of several',
    })),
    ...['taylor', 'taylor@example', 'taylor@@example.com', 'taylor@example,com', 'taylor@example..com'].map(
      (given) => ({
        given,
        refused: 'is not an email address',
        why: 'mail could not be sent there',
      }),
    ),
  ],
};
