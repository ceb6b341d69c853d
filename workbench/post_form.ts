/**
 * Sends a form to the webhook URL of a Zap, as a form app does.
 * @throws Error when the URL does not take it
 */
export async function postForm(address: string, answers: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(answers) });
  if (!answer.ok) throw new Error('The Zap is off: it takes no form.');
}
