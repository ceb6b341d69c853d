import type { PlainInputField } from 'zapier-platform-core';
import type { Operation } from './definition.ts';

/** The requests that one run of each operation makes, such as `GET /leads/:id`, by the operation's key. */
export type Calls = Record<string, string[]>;

const titles = { trigger: 'Triggers', action: 'Actions', search: 'Searches' } as const;

/** The text of docs/operations.md: every operation with its inputs, outputs and requests. */
export function operationsDoc(operations: Operation[], calls: Calls): string {
  const sections = (['trigger', 'action', 'search'] as const).map((kind) => {
    const own = operations.filter((operation) => operation.kind === kind && !operation.hidden);
    return [
      `## ${titles[kind]}`,
      ...own.map((operation) => section(operation, calls[operation.key] ?? [])),
    ].join('\n\n');
  });
  const hidden = operations.filter((operation) => operation.hidden);
  return [preface, ...sections, dropdowns(hidden, calls)].join('\n\n').concat('\n');
}

const preface = `# Operations

What people find in Zapier's editor, with the requests that one run costs. Made from the app's definition and from a run
of each operation against the sandbox by \`npm run docs\`: do not edit.

How far a poll looks back, and what it costs in accounts of any size, stands in [polling.md](polling.md).`;

function section({ key, label, description, type, fields, outputs }: Operation, calls: string[]): string {
  const kind = type === 'hook' ? ', instant' : type === 'polling' ? ', polling' : '';
  return [
    `### ${label}`,
    `\`${key}\`${kind}. ${description}`,
    fields.length === 0 ? 'No inputs.' : inputTable(fields),
    `Gives: ${outputs.map((field) => `${field.label ?? ''} \`${field.key}\``).join(', ')}.`,
    `Requests of one run: ${calls.map((call) => `\`${call}\``).join(', ')}.`,
  ].join('\n\n');
}

function inputTable(fields: PlainInputField[]): string {
  const rows = unique(fields).map(
    (field) => `| ${[name(field), `\`${field.key}\``, kindOf(field), cell(field.helpText)].join(' | ')} |`,
  );
  return ['| input | key | kind | help |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

// A dynamic field that appears for several choices is listed once.
function unique(fields: PlainInputField[]): PlainInputField[] {
  return fields.filter((field, index) => fields.findIndex(({ key }) => key === field.key) === index);
}

function name({ label = '', required }: PlainInputField): string {
  return required === true ? `${label}\\*` : label;
}

function kindOf({ type = 'string', list, choices, dynamic, children }: PlainInputField): string {
  if (children !== undefined) return `lines of ${children.map((child) => name(child)).join(', ')}`;
  if (dynamic !== undefined) return 'dropdown of records';
  if (Array.isArray(choices)) return list === true ? 'several of a list' : 'one of a list, or typed';
  return type;
}

function cell(text = ''): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

function dropdowns(hidden: Operation[], calls: Calls): string {
  const rows = hidden.map(
    ({ key }) =>
      `- \`${key}\`: ${(calls[key] ?? []).map((call) => `\`${call}\``).join(', ')} for each page of a hundred`,
  );
  return ['## Dropdowns', 'Hidden triggers that fill the dropdowns of records.', rows.join('\n')].join(
    '\n\n',
  );
}
