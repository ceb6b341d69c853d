import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import App from '../../index.ts';
import { resourceNames } from '../../sandbox/vocabulary.ts';
import { judgeJournal } from '../support/judged.ts';
import { openOffice } from '../support/office.ts';
import { formsOf, type Field } from './forms.ts';
import { outcomeOf, tries } from './outcome.ts';

const office = openOffice();
const ids: string[] = [];

beforeAll(() => {
  for (const resource of resourceNames) ids.push(...office.sandbox.seed(resource, 3));
});

// The hidden triggers that fill dropdowns have no inputs.
const polling = Object.values(App.triggers).filter(
  ({ operation }) => operation.type === 'polling' && operation.inputFields !== undefined,
);
const operations = [
  ...Object.keys(App.creates).map((key) => `creates.${key}`),
  ...Object.keys(App.searches).map((key) => `searches.${key}`),
  ...polling.map(({ key }) => `triggers.${key}`),
];

describe('whatever a person maps into a field', () => {
  test.each(operations)(
    '%s gives records or a sentence, and sends only what the contract describes',
    async (operation) => {
      const forms = fc.oneof(...(await everyForm(operation)).map((fields) => formsOf(fields, ids)));
      const property = fc.asyncProperty(forms, async (inputData) => {
        office.sandbox.clearJournal();
        const { platform, sandbox } = office;
        await outcomeOf(platform.run(`${operation}.operation.perform`, { inputData }), sandbox.keys.live);
        judgeJournal(sandbox);
        expect(sandbox.journal().requests.filter(({ status }) => status >= 500)).toEqual([]);
      });
      await fc.assert(property, tries);
    },
  );
});

/**
 * The input fields of an operation, once as shown at first, and once for each choice that alters the dynamic fields.
 */
async function everyForm(operation: string): Promise<Field[][]> {
  const first = await fieldsOf(operation, {});
  const choosing = first.filter(({ altersDynamicFields }) => altersDynamicFields === true);
  const chosen = choosing.flatMap(({ key, choices = [] }) => choices.map(({ value }) => ({ [key]: value })));
  return Promise.all([{}, ...chosen].map((inputData) => fieldsOf(operation, inputData)));
}

async function fieldsOf(operation: string, inputData: Record<string, unknown>): Promise<Field[]> {
  const fields = await office.platform.run(`${operation}.operation.inputFields`, { inputData });
  return Array.isArray(fields) ? fields.filter(isField) : [];
}

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'key' in value;
}
