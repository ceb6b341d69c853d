import App from '../index.ts';
import type { ResourceName } from '../sandbox/sandbox.ts';
import { filled, isObject, parseJson } from '../src/lib/guards.ts';
import type { HookServer, RawRequest } from '../workbench/hook_server.ts';
import type { Account } from './account.ts';

/** A delivery that CleanEstimate Pro really signed and sent, and the trigger it went to. */
export interface Caught {
  trigger: string;
  /** What turning the trigger on gave: the destination with its secret. */
  subscribeData: Record<string, unknown>;
  rawRequest: RawRequest;
  /** The record that the delivery is about. */
  recordId: string;
  resource: ResourceName;
}

/** The instant triggers of the app. */
export const hookTriggers = Object.fromEntries(
  Object.entries(App.triggers).filter(([, { operation }]) => operation.type === 'hook'),
);

const resourceOf: Record<string, ResourceName> = {
  lead: 'leads',
  estimate: 'estimates',
  job: 'jobs',
  invoice: 'invoices',
};

/**
 * Turns every instant trigger on, lets so many customers go all the way from lead to paid invoice, and catches
 * what CleanEstimate Pro sends. Every third customer's deliveries hold whole records.
 */
export async function catchDeliveries(
  { sandbox, key, platform }: Account,
  hooks: HookServer,
  customers: number,
): Promise<Caught[]> {
  const caught: Caught[] = [];
  for (const trigger of Object.keys(hookTriggers)) {
    const given: Record<string, unknown> = {};
    const targetUrl = hooks.listen((rawRequest) => {
      caught.push({ trigger, subscribeData: given, rawRequest, ...subjectOf(rawRequest) });
      return Promise.resolve();
    });
    const bundle = { inputData: {}, targetUrl };
    const subscribed = await platform.run(`triggers.${trigger}.operation.performSubscribe`, bundle);
    Object.assign(given, subscribed);
  }
  for (let customer = 0; customer < customers; customer += 1) {
    sandbox.setQuirks({ wholeRecordDeliveries: customer % 3 === 2 });
    await fromLeadToPayment(sandbox, key, customer);
    // A quirk changes what is sent from then on only, but an id in flight is easier to follow.
    if (customer % 10 === 9) await sandbox.idle();
  }
  await sandbox.idle();
  await hooks.settled();
  return caught;
}

async function fromLeadToPayment(
  { url, origin }: { url: string; origin: string },
  key: string,
  customer: number,
) {
  const customer_name = `Taylor Morgan ${customer}`;
  const create = (path: string, body: object): Promise<string> => post(`${url}/${path}`, body, key);
  const act = (path: string, body: object = {}): Promise<string> =>
    post(`${origin}/sandbox/${path}`, body, key);

  const lead = await create('leads', { customer_name });
  await act(`leads/${lead}/status`, { status: 'estimate_created' });
  const services = [{ service_slug: 'house_wash', sqft: 2400, stories: 2 }];
  const estimate = await create('estimates', { customer_name, services });
  await act(`estimates/${estimate}/send`);
  await act(`estimates/${estimate}/accept`);
  const client_id = await create('clients', { name: customer_name });
  const job = await create('jobs', { client_id, service_type: 'house_wash', scheduled_date: '2026-03-20' });
  await act(`jobs/${job}/complete`);
  const invoice = await act(`jobs/${job}/invoice`);
  await act(`invoices/${invoice}/pay`);
}

async function post(url: string, body: object, key: string): Promise<string> {
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${key}`,
    'Idempotency-Key': crypto.randomUUID(),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  const id = isObject(answer) && isObject(answer.data) ? filled(answer.data.id) : undefined;
  if (id === undefined) throw new Error(`The sandbox refused POST ${url}: ${JSON.stringify(answer)}`);
  return id;
}

function subjectOf({ content }: RawRequest): Pick<Caught, 'recordId' | 'resource'> {
  const envelope = parseJson(content);
  if (!isObject(envelope) || !isObject(envelope.data)) throw new Error('The sandbox sent no delivery.');
  const noun = String(envelope.event).split('.')[0] ?? '';
  const recordId = filled(envelope.data[`${noun}_id`]) ?? filled(envelope.data.id);
  const resource = resourceOf[noun];
  if (recordId === undefined || resource === undefined) throw new Error('A delivery names no record.');
  return { recordId, resource };
}
