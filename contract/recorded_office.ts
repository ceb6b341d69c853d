import type { ResourceName, Sandbox } from '../sandbox/sandbox.ts';
import { member } from './json.ts';
import type { JsonObject } from './json.ts';

// One more than a page holds, so that the app goes on to the second.
const RECORDS = 101;

/** Fills a sandbox; returns the id of the newest record of each kind, by its noun. */
export function fillOffice(sandbox: Sandbox): JsonObject {
  const last = (resource: ResourceName): unknown => sandbox.seed(resource, RECORDS).at(-1);
  return {
    client: last('clients'),
    lead: last('leads'),
    estimate: last('estimates'),
    job: last('jobs'),
    invoice: last('invoices'),
  };
}

/**
 * Does in the product what only people do, so that every event happens.
 * @throws Error when the sandbox refuses it
 */
export async function workInTheProduct(sandbox: Sandbox, ids: JsonObject): Promise<void> {
  const act = async (path: string, body: JsonObject = {}): Promise<unknown> => {
    const answer = await fetch(`${sandbox.origin}/sandbox/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
    return member(member(await answer.json(), 'data'), 'id');
  };
  await act(`leads/${String(ids.lead)}/status`, { status: 'lost' });
  await act(`estimates/${String(ids.estimate)}/accept`);
  await act(`jobs/${String(ids.job)}/complete`);
  const invoice = await act(`jobs/${String(ids.job)}/invoice`);
  await act(`invoices/${String(invoice)}/pay`);
}
