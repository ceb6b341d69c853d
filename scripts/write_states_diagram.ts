import type { WriteState } from '../src/writes/write_state.ts';
import { writeStates } from '../src/writes/write_state.ts';

const begin = '<!-- The states of a write: made by npm run docs -->';
const end = '<!-- The end of the states -->';

/** The table of a write's states as a mermaid diagram. */
export function writeStatesDiagram(): string {
  const lines = Object.entries(writeStates).flatMap(([from, events]) =>
    Object.entries(events).map(([event, { to, then }]) => `  ${from} --> ${to}: ${event} / ${then}`),
  );
  const first: WriteState = 'new';
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${first}`, ...lines, '```'].join('\n');
}

/**
 * Puts the diagram into a document, between its two marks.
 * @throws Error when the document lacks them
 */
export function withWriteStates(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/reliability.md has no place for the states of a write.');
  return `${document.slice(0, from)}${begin}\n\n${writeStatesDiagram()}\n\n${document.slice(to)}`;
}
