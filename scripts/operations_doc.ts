import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import type { Operation } from './definition.ts';

const titles = { trigger: 'Triggers', action: 'Actions', search: 'Searches' } as const;

/** The text of docs/operations.md, for people who build Zaps: every field of every operation, and what a step gives. */
export function operationsDoc(operations: Operation[]): string {
  const sections = (['trigger', 'action', 'search'] as const).map((kind) => {
    const own = operations.filter((operation) => operation.kind === kind && !operation.hidden);
    return [`## ${titles[kind]}`, ...own.map(section)].join('\n\n');
  });
  return [preface, ...sections].join('\n\n').concat('\n');
}

const preface = `# Triggers, actions and searches

What people find in Zapier's editor, field by field, in the order in which they stand there. A field with a star (\\*) has
to be filled in; each other one may stay blank. Where a field has a list to pick from, its entries are named; what else a
field takes stands in [what-fields-take.md](what-fields-take.md), how far the triggers that ask every few minutes look in
[polling.md](polling.md), and what each run asks of the API in [requests.md](requests.md).

Find Lead and Find Client can create what they do not find. What they find they leave as it is: to change it, put Update
Lead or Update Client behind it, with the ID.

Made from the app's definition by \`npm run docs\`: do not edit.`;

const speeds: Record<string, string> = {
  hook: ' It starts the Zap at once.',
  polling: ' Zapier asks every few minutes.',
};

function section({ label, description, type, fields, outputs }: Operation): string {
  return [
    `### ${label}`,
    `${description}${speeds[type] ?? ''}`,
    fields.length === 0 ? 'No fields.' : inputTable(fields),
    `Gives: ${outputs.map(given).join(', ')}.`,
  ].join('\n\n');
}

function inputTable(fields: PlainInputField[]): string {
  const rows = byKey(fields).flatMap(([field, ...others]) =>
    field === undefined ? [] : [row(field, [field, ...others].map(name).join(' or ')), ...childRows(field)],
  );
  return ['| field | to pick from | help |', '| --- | --- | --- |', ...rows].join('\n');
}

// A field that depends on what was picked before it goes by several names.
function byKey(fields: PlainInputField[]): PlainInputField[][] {
  return Object.values(Object.groupBy(fields, ({ key }) => key)).map((same = []) => same);
}

function childRows({ label = '', children = [] }: PlainInputField): string[] {
  return children.map((child) => row(child, `${label}, each: ${name(child)}`));
}

function row(field: PlainInputField, title: string): string {
  return `| ${[title, choicesOf(field), cell(field.helpText)].join(' | ')} |`;
}

function name({ label = '', required }: PlainInputField): string {
  return required === true ? `${label}\\*` : label;
}

function choicesOf({ list, choices, dynamic, children }: PlainInputField): string {
  if (children !== undefined) return 'lines';
  if (dynamic !== undefined) return 'your records, the newest first';
  if (!Array.isArray(choices)) return '';
  const labels = choices.map((choice) => (typeof choice === 'string' ? choice : choice.label));
  return `${list === true ? 'any of ' : ''}${labels.join(', ')}`;
}

function given({ label = '', children }: PlainOutputField): string {
  return children === undefined ? label : `${label} (each: ${children.map(given).join(', ')})`;
}

function cell(text = ''): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}
