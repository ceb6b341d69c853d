import type { Item } from '../wire.ts';
import { ask } from './ask.ts';
import { busily, say, state, update } from './store.ts';
import type { OfficeView } from './types.ts';

/** Reads the office's records. What is typed into its form stays. */
export async function loadOffice(): Promise<void> {
  const office = await ask<OfficeView>('office');
  const examples = Object.fromEntries(office.form.map(({ key, example }) => [key, example]));
  update(() => {
    state.office = { ...office, answers: state.office?.answers ?? fresh(examples) };
  });
}

// No two forms have the same number.
function fresh(answers: Record<string, string>): Record<string, string> {
  const number = `form-${Date.now().toString(36)}`;
  return 'unique_reference' in answers ? { ...answers, unique_reference: number } : answers;
}

/** Does what a person does in the product. */
export function doDeed(path: string, done: string, body: Item = {}): Promise<void> {
  return busily('office', async () => {
    await ask('office/deed', { path, body });
    await loadOffice();
    say(done);
  });
}

/** Sends the form of the website. */
export function sendForm(office: OfficeView): Promise<void> {
  return busily('office', async () => {
    const { zaps } = await ask<{ zaps: string[] }>('office/form', { answers: office.answers });
    office.answers = fresh(office.answers);
    await loadOffice();
    say(
      zaps.length === 0
        ? 'The form became a lead.'
        : `The form went to ${zaps.map((name) => `"${name}"`).join(', ')}.`,
    );
  });
}

/** Lets days go by. */
export function moveClock(days: number): Promise<void> {
  return busily('office', async () => {
    const { now } = await ask<{ now: string }>('office/clock', { days });
    update(() => {
      if (state.start !== undefined) state.start.now = now;
    });
    say(days === 1 ? 'A day went by.' : `${days} days went by.`);
  });
}
