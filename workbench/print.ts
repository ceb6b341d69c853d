import { styleText } from 'node:util';
import { operations } from '../scripts/definition.ts';
import { isBlank, ownMember } from '../src/lib/guards.ts';
import { changesOf, shown, type Changes } from './changes.ts';
import type { Telling } from './run_steps.ts';

/** A terminal, or what stands in for one. */
export interface Screen {
  columns?: number;
  isTTY?: boolean;
}

const headingWidth = 24;
const narrowest = 40;
const widest = 120;
const usual = 80;
const shownOutputs = 6;

/** Prints for people: lines that fit the terminal, in colours where it has them. */
export interface Printer {
  /** A heading of a line, and what it says; what does not fit goes on below. */
  line: (about: string, what: string, indent?: string) => string[];
  title: (text: string) => string;
  good: (text: string) => string;
  /** What the runner tells, as lines. */
  report: (telling: Telling) => string[];
}

/** Makes a printer for a terminal. `NO_COLOR` in the environment keeps it from colours, as Node does. */
export function printer({ columns = usual, isTTY = false }: Screen): Printer {
  const width = Math.max(narrowest, Math.min(columns || usual, widest));
  const styled = (style: Parameters<typeof styleText>[0], text: string): string =>
    isTTY && !process.env.NO_COLOR ? styleText(style, text, { validateStream: false }) : text;

  const line: Printer['line'] = (about, what, indent = '  ') => {
    const heading = `${indent}${about}`.padEnd(headingWidth + 2);
    const [first = '', ...more] = wrapped(what, Math.max(width - heading.length, headingWidth));
    return [
      `${styled('dim', heading)}${first}`,
      ...more.map((rest) => `${' '.repeat(heading.length)}${rest}`),
    ].map((text) => text.trimEnd());
  };
  const title = (text: string): string => styled('bold', text);
  const changes = ({ changed, same }: Changes): string[] => [
    ...changed.flatMap(({ label, typed, stored }) => line(label, `${typed} → ${stored}`.trim(), '    ')),
    ...(same.length === 0 ? [] : line('as it was', same.join(', '), '    ')),
  ];

  return {
    line,
    title,
    good: (text) => styled('green', text),
    report: (telling) => {
      switch (telling.what) {
        case 'on':
          return line('Zap on', `${telling.zap}${onText(telling)}`);
        case 'arrived':
          return ['', title(telling.zap), ...line('Arrived', arrivedText(telling))];
        case 'refused':
          return ['', title(telling.zap), ...line('Refused', styled('red', telling.error.message))];
        case 'started':
          return telling.steps > 0 ? [] : line('Gives', given(telling));
        case 'step': {
          const { label, fields, outputs } = operationOf(telling.does);
          const found = telling.output === undefined ? ' found nothing' : '';
          const known = changesOf(fields, outputs, telling.input, telling.output);
          return [`  ${label}${found}`, ...changes(known)];
        }
        case 'error': {
          const { name, message } = telling.error;
          return [
            `  ${operationOf(telling.does).label}`,
            ...line(errorWords[name] ?? 'Failed', styled('red', message), '    '),
          ];
        }
        case 'ended':
        case 'off':
          return [];
      }
    },
  };
}

const errorWords: Record<string, string> = { HaltedError: 'Stopped', ThrottledError: 'Held' };

/** The operation that a step names, such as `creates.create_lead`, as the editor shows it. */
function operationOf(does: string): Pick<(typeof operations)[number], 'label' | 'fields' | 'outputs'> {
  const key = does.split('.')[1];
  const kind = does.startsWith('creates.') ? 'action' : 'search';
  const found = operations.find((operation) => operation.kind === kind && operation.key === key);
  return found ?? { label: does, fields: [], outputs: [] };
}

/** The first things that a trigger gives, by their labels. */
function given({ trigger, run }: Extract<Telling, { what: 'started' }>): string {
  const outputs = operations.find(({ kind, key }) => kind === 'trigger' && key === trigger)?.outputs ?? [];
  const item = run.given.trigger;
  return outputs
    .filter(({ key }) => !/(?:^|_)id$/.test(key) && !isBlank(ownMember(item, key)))
    .slice(0, shownOutputs)
    .map(({ key, label = key }) => `${label}: ${shown(ownMember(item, key))}`)
    .join('; ');
}

/** The words of a text on lines of at most `width`; a word that is longer is cut into several. */
function wrapped(text: string, width: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []);
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

function onText({ subscription, address }: Extract<Telling, { what: 'on' }>): string {
  if (typeof subscription === 'object' && subscription !== null) return ' (subscribed)';
  return address === '' ? ' (polls)' : ' (takes forms)';
}

function arrivedText({ request, items }: Extract<Telling, { what: 'arrived' }>): string {
  const signed = Object.keys(request.headers).some((name) => /signature/i.test(name));
  const what = signed ? 'a signed delivery, verified' : 'a form';
  return `${what}, ${request.content.length} bytes; ${items.length === 1 ? 'one run' : `${items.length} runs`}`;
}
