import { isItem, state, update } from './store.ts';

/** What is said when the server is gone. */
export const away = 'The workbench does not answer. Is it still running?';

/**
 * Asks the server. Before it writes to the real CleanEstimate Pro it wants a person's word, which is asked for here.
 * @throws Error with the sentence of the server; when the person says no
 */
export async function ask<T>(path: string, body?: object): Promise<T> {
  const sent = fetch(`/api/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer = await sent.catch(() => {
    throw new Error(away);
  });
  if (answer.ok) return answer.json<T>();
  const value = await answer.json().catch(() => undefined);
  if (isItem(value) && value.confirm === true && body !== undefined) {
    await agreed();
    return ask(path, { ...body, confirmed: true });
  }
  throw new Error(sentenceIn(value));
}

function agreed(): Promise<void> {
  return new Promise((resolve) => {
    // What was asked is forgotten when the dialog closes, and what waits for it with it.
    setTimeout(() => {
      document.querySelector('dialog')?.showModal();
    });
    update(() => {
      state.question = {
        text: 'This writes to your real CleanEstimate Pro account. Go on?',
        yes: resolve,
      };
    });
  });
}

function sentenceIn(value: unknown): string {
  const error = isItem(value) ? value.error : undefined;
  return isItem(error) ? String(error.sentence) : away;
}
