import type { CaseTable } from './case_table.ts';

const both = ['house-wash', 'roof-wash'];

export const services: CaseTable = {
  title: 'Several choices',
  takes: 'Names or values, as a list or in one text: with commas, semicolons, lines or bullets.',
  action: 'create_lead',
  key: 'service_interest',
  cases: [
    { given: '☐ House Wash', becomes: null, why: 'nothing is ticked' },
    ...[
      'House Wash, Roof Wash, N/A',
      '1. House Wash\n2. Roof Wash',
      '<ul><li>House Wash</li><li>Roof Wash</li></ul>',
      'House Wash<br>Roof Wash',
      '✓ House Wash\n✓ Roof Wash\n☐ Deck Cleaning',
      'House Wash: Yes\nRoof Wash: Yes\nDeck Cleaning: No',
      '"House Wash","Roof Wash"',
    ].map((given) => ({ given, becomes: both, why: 'two services in one text' })),
    { given: 'House Wash|150', becomes: ['house-wash'], why: 'a price behind it' },
    { given: 'house wash.', becomes: ['house-wash'], why: 'one service, however it is spelled' },
    ...[
      'House Wash',
      'house wash',
      'house  wash',
      'House\u00A0Wash',
      'house-wash',
      'house_wash',
      'HOUSE WASH',
    ].map((given) => ({
      given,
      becomes: ['house-wash'],
      why: 'one service, however it is spelled',
    })),
    ...[
      'House Wash, Roof Wash',
      'House Wash; Roof Wash',
      'House Wash\nRoof Wash',
      'House Wash | Roof Wash',
      '• House Wash\n• Roof Wash',
      '- House Wash\n- Roof Wash',
      '["House Wash","Roof Wash"]',
      'House Wash and Roof Wash',
      'House Wash & Roof Wash',
    ].map((given) => ({ given, becomes: both, why: 'two services in one text' })),
    { given: ['House Wash, Roof Wash'], becomes: both, why: 'a text in a list is taken apart too' },
    { given: ['House Wash', 'Roof Wash'], becomes: both, why: 'a list' },
    { given: ['House Wash', 'house_wash'], becomes: ['house-wash'], why: 'the same service once' },
  ],
};

export const oneService: CaseTable = {
  title: 'One service',
  takes: 'A name or value of the list; another one passes as you write it.',
  action: 'create_job',
  key: 'service_type',
  cases: [
    ...[
      'House Wash',
      'house-wash',
      'house_wash',
      'House\u00A0Wash',
      '["House Wash"]',
      'House Wash.',
      '"House Wash"',
      'House Wash - $250',
    ].map((given) => ({
      given,
      becomes: 'house_wash',
      why: 'one service, however it is spelled',
    })),
    { given: 'House Wash, Roof Wash', refused: 'names more than one', why: 'a job is for one service' },
  ],
};

export const statuses: CaseTable = {
  title: 'A status',
  takes: 'A name or value of the list, or one of your own as CleanEstimate Pro spells it, such as on_hold.',
  action: 'update_job',
  key: 'status',
  cases: [
    ...['Cancelled', 'Canceled', 'cancelled', 'CANCELED'].map((given) => ({
      given,
      becomes: 'cancelled',
      why: 'two spellings',
    })),
    ...['Completed', 'complete', 'Done'].map((given) => ({
      given,
      becomes: 'complete',
      why: 'words for one status',
    })),
    ...['In Progress', 'in progress', 'in-progress'].map((given) => ({
      given,
      becomes: 'in_progress',
      why: 'one status',
    })),
    { given: 'Waiting for Parts', refused: 'is not one of: Scheduled, En Route', why: 'it is in no list' },
  ],
};

export const records: CaseTable = {
  title: 'A record',
  takes: "The entry you pick, the ID of a Find step, or the address of the record's page.",
  action: 'update_estimate',
  key: 'assigned_rep_id',
  cases: [
    {
      given: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753',
      becomes: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753',
      why: 'an ID',
    },
    {
      given: 'https://app.cleanestimate.pro/admin/clients/b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753?tab=jobs',
      becomes: 'b7a4d2c9-3e18-4f65-8d02-6c1f9e40a753',
      why: "the address of the client's page",
    },
    ...[
      'Taylor Morgan',
      'taylor@example.com',
      '(704) 555-0123',
      '704-555-0123',
      '704.555.0123',
      'Taylor',
      'taylor',
      'taylor-morgan',
    ].map((given) => ({
      given,
      refused: 'is not a record: pick one from the list, or map the ID of a Find step',
      why: 'a name, an email or a phone is no ID',
    })),
  ],
};
