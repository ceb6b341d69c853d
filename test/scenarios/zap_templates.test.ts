import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fillOffice, type Records } from '../../proof/office/records.ts';
import { operations } from '../../scripts/definition.ts';
import { isBlank, isObject } from '../../src/lib/guards.ts';
import { setOff } from '../../workbench/set_off.ts';
import type { FormField } from '../../workbench/template_values.ts';
import { readTemplates, type Template } from '../../workbench/templates.ts';
import { openOffice, type Item } from '../support/office.ts';
import { openZaps } from '../support/zaps.ts';

/*
 * Every Zap of docs/zap-templates.md, built as its tables say, and run from on to off.
 */

jest.setTimeout(60_000);
const office = openOffice();
const zaps = openZaps(office);
let records: Records;
beforeEach(async () => {
  for (const resource of ['leads', 'clients', 'estimates', 'jobs', 'invoices'] as const)
    for (const { id } of office.sandbox.records(resource)) office.sandbox.remove(resource, String(id));
  records = await fillOffice(office);
  office.sandbox.clearJournal();
});

const templates = readTemplates();
const sections = readFileSync('docs/zap-templates.md', 'utf8')
  .split(/^## \d+\. /m)
  .slice(1);

/** The rows of a template's tables that do not leave their field blank. */
const filledRows = (section: string): string[] =>
  [...section.matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|$/gm)]
    .filter(([, field = '', wanted = '']) => !/^(?:field|-+)$/.test(field) && !wanted.startsWith('blank'))
    .map(([, field = '']) => field);

/** What the template puts into the fields of this app. */
const inputsOf = ({ zap }: Template): Item[] => [
  ...(typeof zap.trigger === 'object' ? [zap.trigger.input ?? {}] : []),
  ...zap.steps.map(({ input }) => input),
];

/** The labels of what this app gives that a step of another app is told to use. */
function labelsNamed({ zap, elsewhere }: Template): string[] {
  const keys = [
    typeof zap.trigger === 'object' ? zap.trigger.key : '',
    ...zap.steps.map(({ does }) => does.split('.')[1]),
  ];
  const outputs = operations.filter(({ key }) => keys.includes(key)).flatMap((one) => one.outputs);
  const labels = [...new Set(outputs.map(({ label = '' }) => label))];
  const longestFirst = labels.toSorted((a, b) => b.length - a.length);
  let text = elsewhere.join(' ').replace(/"[^"]*"/g, '');
  return longestFirst.filter((label) => {
    const isNamed = new RegExp(String.raw`\b${label}\b`).test(text);
    if (isNamed) text = text.replaceAll(label, '');
    return isNamed;
  });
}

/** What one of the steps of a run gave under this label. */
function valuesOf(label: string, given: Item, { zap }: Template): unknown[] {
  return Object.entries(given).map(([name, output]) => {
    const trigger = typeof zap.trigger === 'object' ? zap.trigger.key : '';
    const does = zap.steps.find((step) => step.name === name)?.does.split('.')[1];
    const operation = operations.find(({ key }) => key === (name === 'trigger' ? trigger : does));
    const key = operation?.outputs.find((one) => one.label === label)?.key;
    return isObject(output) && key !== undefined ? output[key] : undefined;
  });
}

const exampleOf = ({ key, example }: FormField, { name }: Template): string =>
  key === 'unique_reference' ? `${name} 1001` : example;

describe.each(templates.map((template, index) => [template.name, template, sections[index] ?? ''] as const))(
  '%s',
  (_name, template, section) => {
    test('puts something into every field that its tables name', () => {
      expect(inputsOf(template).flatMap(Object.keys)).toHaveLength(filledRows(section).length);
    });

    test('runs as it is written, with something in every field and in everything that other apps use', async () => {
      const filled: Item[] = [];
      const zap = await zaps.on(template.zap, (telling) => {
        if (telling.what === 'step') filled.push(telling.input);
      });
      // What tells one submission from another is used once, also by two forms.
      const form = template.form.map((field) => ({ ...field, example: exampleOf(field, template) }));
      await setOff({ ...template, form }, zap, office, records);
      await zaps.settled();
      await zap.off();

      expect(zap.runs.length).toBeGreaterThan(0);
      for (const { status, error, given } of zap.runs) {
        expect({ status, error: error?.message }).toEqual({ status: 'done', error: undefined });
        const unfilled = labelsNamed(template).filter((label) =>
          valuesOf(label, given, template).every(isBlank),
        );
        expect(unfilled).toEqual([]);
      }
      for (const input of filled)
        expect(Object.entries(input).filter(([, value]) => isBlank(value))).toEqual([]);
    });
  },
);

test('the estimate of a new customer becomes a job for a new client, with all services in its notes', async () => {
  const template = templates.find(({ name }) => name.startsWith('Estimate accepted'));
  const [stranger] = office.sandbox.seed('estimates', 1, () => ({
    customer_name: 'Priya Patel',
    customer_email: 'priya@example.com',
    services: ['roof_wash', 'house_wash'].map((service_slug) => ({ service_slug, enabled: true })),
  }));
  const zap = await zaps.on(template?.zap ?? templates[0]?.zap ?? raise());
  await office.act(`estimates/${String(stranger)}/accept`);
  await zaps.settled();
  await zap.off();

  const [job] = office.sandbox.recordsOf('jobs', 'Priya Patel');
  const [client] = office.sandbox.recordsOf('clients', 'Priya Patel');
  expect(job).toMatchObject({ client_id: client?.id, service_type: 'roof_wash' });
  expect(job?.notes).toContain('Roof Wash, House Wash');
});

function raise(): never {
  throw new Error('The template is gone.');
}
