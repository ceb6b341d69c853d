import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import type { Operation } from './definition.ts';

/** The requests that one run of each operation makes, such as `GET /leads/:id`, by the operation's key. */
export type Calls = Record<string, string[]>;

/** The text of docs/requests.md, for developers: the keys of every operation, and what one run asks of the API. */
export function requestsDoc(operations: Operation[], calls: Calls): string {
  const visible = operations.filter(({ hidden }) => !hidden);
  const hidden = operations.filter((operation) => operation.hidden);
  const sections = visible.map((operation) => section(operation, calls[operation.key] ?? []));
  return [preface, ...sections, dropdowns(hidden, calls)].join('\n\n').concat('\n');
}

const preface = `# Keys and requests

For developers: the keys of every operation, which are for ever, and the requests of one run. Made from the app's
definition and from a run of each operation against the sandbox by \`npm run docs\`: do not edit. The same for people who
build Zaps is [operations.md](operations.md).

How far a poll looks back, and what it costs in accounts of any size, stands in [polling.md](polling.md).`;

function section({ kind, key, label, type, fields, outputs }: Operation, calls: string[]): string {
  const what = type === 'hook' ? 'instant trigger' : type === 'polling' ? 'polling trigger' : kind;
  const inputs = [...new Set(fields.flatMap(pathsOf))];
  return [
    `## ${label}`,
    [
      `- \`${key}\`, ${what}`,
      `- takes ${inputs.length === 0 ? 'nothing' : listed(inputs)}`,
      `- gives ${listed(outputs.flatMap(pathsOf))}`,
      `- asks ${calls.length === 0 ? 'nothing' : listed(calls)}`,
    ].join('\n'),
  ].join('\n\n');
}

function pathsOf({ key, children }: PlainInputField | PlainOutputField): string[] {
  return children === undefined ? [key] : children.map((child) => `${key}[].${child.key}`);
}

function listed(texts: string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}

function dropdowns(hidden: Operation[], calls: Calls): string {
  const rows = hidden.map(
    ({ key }) => `- \`${key}\`: ${listed(calls[key] ?? [])} for each page of a hundred`,
  );
  return ['## Dropdowns', 'Hidden triggers that fill the dropdowns of records.', rows.join('\n')].join(
    '\n\n',
  );
}
