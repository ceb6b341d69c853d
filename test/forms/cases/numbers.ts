import { isObject } from '../../../src/lib/guards.ts';
import type { CaseTable } from './case_table.ts';

const inLine = (key: string): Pick<CaseTable, 'action' | 'key' | 'at' | 'form'> => ({
  action: 'create_estimate',
  key,
  form: (given) => ({ services: [{ service_slug: 'House Wash', [key]: given }] }),
  at: ({ services }) => {
    const line: unknown = Array.isArray(services) ? services[0] : undefined;
    return isObject(line) ? line[key] : undefined;
  },
});

export const squareFeet: CaseTable = {
  ...inLine('sqft'),
  title: 'Square feet and other numbers',
  takes: 'A number, with commas between thousands, and its unit.',
  cases: [
    { given: '2.01k', becomes: 2010, why: 'k stands for a thousand' },
    ...['240²', '9999999999999999999'].map((given) => ({
      given,
      refused: 'has to be a number',
      why: 'it is no size of a house',
    })),
    { given: '2k', becomes: 2000, why: 'k stands for a thousand' },
    ...['2,400', '2400', 2400, '2400 sq ft', '2400sqft', '2400.0', '2,400 SF', '$2,400', '２４００'].map(
      (given) => ({
        given,
        becomes: 2400,
        why: 'a number as people write it',
      }),
    ),
    ...['2.400', '2,4'].map((given) => ({
      given,
      refused: 'has two meanings',
      why: 'in other countries it is another number',
    })),
    ...['1-2', 'about 2,000', '2', '-2400', '1e3', 'large', '2400 acres'].map((given) => ({
      given,
      refused: 'has to be a number of at least 10',
      why: 'it is no size of a house',
    })),
  ],
};

export const yesOrNo: CaseTable = {
  ...inLine('enabled'),
  title: 'Yes or no',
  takes: 'What people and other apps write for yes and no.',
  cases: [
    ...[
      'yes',
      'Yes, please',
      'TRUE',
      'on',
      'checked',
      true,
      '1',
      'Y',
      '1.0',
      '[X]',
      '☑',
      '☑️',
      '✔',
      '✔️',
      'include',
      'included',
      'Yes,  sure',
      'OK',
      'Y!!',
      '[x]',
      '✔️ Yes',
      '☑ Included',
      'enabled',
      'Yes!',
    ].map((given) => ({
      given,
      becomes: true,
      why: 'yes',
    })),
    ...[
      'no',
      'No thanks',
      'FALSE',
      'off',
      false,
      '0',
      '0.0',
      'no, I don’t',
      'No,  thanks',
      '[ ]',
      'not included',
      'disabled',
      'exclude',
      'Nah',
    ].map((given) => ({ given, becomes: false, why: 'no' })),
    { given: 'N/A', becomes: true, byStep: true, why: 'blank, and a service counts unless you say no' },
    ...['maybe', 'yes/no', 'Y/N', 'not interested', 'noon', '2'].map((given) => ({
      given,
      refused: 'has to be yes or no',
      why: 'it is neither',
    })),
  ],
};
