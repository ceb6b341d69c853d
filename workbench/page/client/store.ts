import type { EventView, Item, OperationView, RunView, StartView, ZapView } from '../wire.ts';
import type { Builder, FormModel, OfficeView } from './types.ts';

/** Where the page is: `#/operations/creates.create_lead` is the room "operations" with that id. */
export interface Place {
  room: 'operations' | 'zaps' | 'office' | 'runs';
  id: string;
}

/** A question that has to be answered before something is written to the real CleanEstimate Pro. */
export interface Question {
  text: string;
  yes: () => void;
}

interface State {
  start: StartView | undefined;
  place: Place;
  /** The forms of operations, by the operation's id. */
  forms: Map<string, FormModel>;
  builder: Builder | undefined;
  office: OfficeView | undefined;
  zaps: ZapView[];
  runs: RunView[];
  /** What is being done now, by a name of its own: buttons that would do it again wait. */
  busy: Set<string>;
  /** The last thing to say, read out by screen readers. */
  notice: { text: string; isError: boolean };
  question: Question | undefined;
  filter: string;
  /** The dropdown that is open, by its field's place. */
  open: string;
}

/** All that the page shows. Change it in `update` only. */
export const state: State = {
  start: undefined,
  place: { room: 'operations', id: '' },
  forms: new Map(),
  builder: undefined,
  office: undefined,
  zaps: [],
  runs: [],
  busy: new Set(),
  notice: { text: '', isError: false },
  question: undefined,
  filter: '',
  open: '',
};

let draw = (): void => undefined;

/** Names what draws the page after each change. */
export function drawWith(drawing: () => void): void {
  draw = drawing;
}

/** Changes the state, and draws the page anew. */
export function update(change: () => void = () => undefined): void {
  change();
  draw();
}

/** Says something at the bottom of the page. */
export function say(text: string, isError = false): void {
  const notice = { text, isError };
  update(() => {
    state.notice = notice;
  });
  // An error stays until something else is said.
  if (!isError)
    setTimeout(() => {
      if (state.notice === notice) say('', true);
    }, noticeMs);
}

const noticeMs = 6_000;

/** Brings the dropdown that was just opened into sight, where it hangs over the edge. */
export function showPanel(): void {
  document.querySelector('.panel')?.scrollIntoView({ block: 'nearest' });
}

/** Goes on in the dropdown that is open, down or up, as the arrow keys do. */
export function stepInPanel(by: 1 | -1, event: Event): void {
  const choices = [...document.querySelectorAll<HTMLElement>('.panel button')];
  if (choices.length === 0) return;
  event.preventDefault();
  const at = choices.findIndex((choice) => choice === document.activeElement);
  choices.at(at === -1 ? (by === 1 ? 0 : -1) : (at + by) % choices.length)?.focus();
}

/** Closes the dropdown that is open; its field has the focus again. */
export function closePanel(): void {
  const { open } = state;
  if (open === '') return;
  update(() => {
    state.open = '';
  });
  document.getElementById(open.replace(/^map /, ''))?.focus();
}

/** Does something that takes a moment: its buttons wait, and what goes wrong is said. */
export async function busily(name: string, work: () => Promise<void>): Promise<void> {
  if (state.busy.has(name)) return;
  update(() => state.busy.add(name));
  try {
    await work();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  } finally {
    update(() => state.busy.delete(name));
  }
}

/** Takes what the server tells while it runs. */
export function hear(event: EventView): void {
  update(() => {
    if (event.what === 'zaps') state.zaps = event.zaps;
    else state.runs = [event.run, ...state.runs.filter(({ id }) => id !== event.run.id)].sort(newestFirst);
  });
}

function newestFirst(a: RunView, b: RunView): number {
  return b.at.localeCompare(a.at);
}

/** The operation with this id. */
export function operationOf(id: string): OperationView | undefined {
  return state.start?.operations.find((operation) => operation.id === id);
}

/** A value as one text, for tables and previews. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ');
  if (typeof value === 'object') return Object.values(value).map(textOf).filter(Boolean).join(' · ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** True for a plain object. */
export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
