import { readFileSync } from 'node:fs';
import App from '../index.ts';
import { operations, type Operation } from '../scripts/definition.ts';
import type { Step, Zap } from './run_steps.ts';
import { valueOf, type FormField } from './template_values.ts';

/** A Zap that is worth building, as docs/zap-templates.md describes it. */
export interface Template {
  name: string;
  /** What the docs say before the first table. */
  about: string;
  zap: Zap;
  /** For a trigger of another app: what its form asks for. */
  form: FormField[];
  /** The steps of other apps, which run in Zapier and not here. */
  elsewhere: string[];
}

const file = 'docs/zap-templates.md';
const pairs = Object.values(App.searchOrCreates ?? {});

/**
 * The templates of docs/zap-templates.md, in its order. The docs are their only source: what stands there for people is
 * read as the runner's Zap.
 * @throws Error that names a trigger, action or search which the app does not have
 */
export function readTemplates(text = readFileSync(file, 'utf8')): Template[] {
  return text
    .split(/^## \d+\. /m)
    .slice(1)
    .map(templateOf);
}

/** One part of "…, then …": an operation of this app, or a step of another. */
interface Part {
  text: string;
  operation?: Operation;
  create?: string;
}

function templateOf(section: string): Template {
  const [heading = '', ...body] = section.split('\n');
  const text = body.join('\n');
  const intro = text.split(/^\||^In \*\*/m)[0]?.trim() ?? '';
  const parts = intro
    .replace(/\s+/g, ' ')
    .split(/,? then (?=[^a-z]|your|a )/)
    .map(partOf);
  const rows = rowsByLabel(text);
  const form: FormField[] = [];
  const fill = (part: Part): Record<string, unknown> =>
    Object.fromEntries(
      [...(rows.get(part.operation?.label ?? '') ?? [])].flatMap(([label, wanted]) => {
        const field = part.operation?.fields.find((one) => one.label === label);
        const value = field && valueOf(field, wanted, parts.map(outputsOf), form);
        return field === undefined || value === undefined ? [] : [[field.key, value]];
      }),
    );
  const [first, ...rest] = parts;
  const own = first?.operation;
  // The form of another app is made of what the first step of ours asks of it.
  const trigger = own?.kind === 'trigger' && first ? { key: own.key, input: fill(first) } : 'catch_hook';
  const zap: Zap = {
    name: heading.trim(),
    trigger,
    steps: rest.flatMap((part, index) => stepOf(part, index, fill(part), trigger)),
  };
  const elsewhere = parts.filter(({ operation }) => operation === undefined).map((part) => plain(part.text));
  return { name: zap.name, about: plain(intro), zap, form: trigger === 'catch_hook' ? form : [], elsewhere };
}

function stepOf(part: Part, index: number, input: Record<string, unknown>, trigger: Zap['trigger']): Step[] {
  const { operation, create } = part;
  if (operation === undefined) return [];
  const kind = operation.kind === 'action' ? 'creates' : 'searches';
  const step: Step = { name: `step${index + 2}`, does: `${kind}.${operation.key}`, input };
  if (create === undefined) return [step];
  const made = operations.find(({ key, kind: of }) => of === 'action' && key === create);
  const known = (made?.fields ?? []).filter(({ key }) => key in input);
  // A record that is made because a search found none is made once for what started the Zap.
  const reference = typeof trigger === 'object' && made?.fields.some(({ key }) => key === 'unique_reference');
  const own = Object.fromEntries(known.map(({ key }) => [key, input[key]]));
  const once = reference === true ? { unique_reference: '{{trigger.id}}' } : {};
  return [{ ...step, orElse: { does: `creates.${create}`, input: { ...own, ...once } } }];
}

function partOf(text: string): Part {
  const label = /\*\*([^*]+)\*\*/.exec(text)?.[1];
  if (label === undefined) return { text };
  const both = pairs.find(({ display }) => display.label === label);
  const operation = operations.find((one) =>
    both === undefined ? one.label === label : one.kind === 'search' && one.key === both.search,
  );
  if (operation === undefined) throw new Error(`${file} names ${label}, which the app does not have.`);
  const creates = both ?? (text.includes('create if') ? searchOrCreateOf(operation.key) : undefined);
  return { text, operation, ...(creates === undefined ? {} : { create: creates.create }) };
}

function searchOrCreateOf(search: string): { create: string } | undefined {
  return pairs.find((both) => both.search === search);
}

function outputsOf({ operation }: Part): Operation['outputs'] {
  return operation?.outputs ?? [];
}

/** The rows of each table, by the operation named in bold before it. */
function rowsByLabel(text: string): Map<string, [string, string][]> {
  const byLabel = new Map<string, [string, string][]>();
  const pieces = text.split(/\*\*([^*]+)\*\*/).slice(1);
  for (let index = 0; index < pieces.length; index += 2) {
    const rows = [...(pieces[index + 1] ?? '').matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\|$/gm)]
      .map(([, field = '', wanted = '']): [string, string] => [field, wanted])
      .filter(([field]) => !/^(?:field|-+)$/.test(field));
    const label = pieces[index] ?? '';
    byLabel.set(label, [...(byLabel.get(label) ?? []), ...rows]);
  }
  return byLabel;
}

function plain(markdown: string): string {
  return markdown
    .replace(/\*\*|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/:$/, '.')
    .trim();
}
