import { sign } from '../../src/webhooks/signature.ts';
import { startHookServer, type RawRequest } from '../../workbench/hook_server.ts';
import type { Item, Office } from './office.ts';

const signatureHeader = 'Http-X-Webhook-Signature';

/** What an instant trigger is run with: a delivery, and what turning the trigger on gave, with the secret. */
export interface DeliveryBundle {
  subscribeData: Item;
  rawRequest: RawRequest;
}

/** A delivery, and the key of the trigger that it came to. */
export interface CaughtDelivery extends DeliveryBundle {
  trigger: string;
}

/**
 * Turns instant triggers on, lets something happen, and catches what CleanEstimate Pro signs and sends; then turns
 * them off.
 * @returns at least one delivery for each trigger
 * @throws Error when nothing was delivered to one of them
 */
export async function catchDeliveries(
  office: Office,
  keys: readonly string[],
  work: () => Promise<unknown>,
): Promise<[CaughtDelivery, ...CaughtDelivery[]]> {
  const hooks = await startHookServer();
  try {
    const zaps = [];
    for (const key of keys) {
      const arrived: RawRequest[] = [];
      const targetUrl = hooks.listen((request) => {
        arrived.push(request);
        return Promise.resolve();
      });
      zaps.push({ key, arrived, targetUrl, subscribeData: await office.subscribe(key, { targetUrl }) });
    }
    await work();
    await office.sandbox.idle();
    await hooks.settled();
    for (const { key, targetUrl, subscribeData } of zaps) {
      const bundle = { inputData: {}, subscribeData, targetUrl };
      await office.platform.run(`triggers.${key}.operation.performUnsubscribe`, bundle);
    }
    const [first, ...rest] = zaps.flatMap(({ key, arrived, subscribeData }) => {
      if (arrived.length === 0)
        throw new Error(
          `Nothing was delivered to ${key}: look at its event, and at proof/office/happenings.ts for what sets it off.`,
        );
      return arrived.map((rawRequest) => ({ trigger: key, subscribeData, rawRequest }));
    });
    if (first === undefined) throw new Error('No trigger was named.');
    return [first, ...rest];
  } finally {
    await hooks.close();
  }
}

/**
 * Catches one delivery to an instant trigger, and empties the journal.
 * @throws Error when nothing was delivered
 */
export async function catchDelivery(
  office: Office,
  key: string,
  work: () => Promise<unknown>,
): Promise<DeliveryBundle> {
  const [delivery] = await catchDeliveries(office, [key], work);
  office.sandbox.clearJournal();
  const { subscribeData, rawRequest } = delivery;
  return { subscribeData, rawRequest };
}

/** The signature that a delivery carries; '' without one. */
export function signatureOf({ headers }: RawRequest): string {
  return headers[signatureHeader] ?? '';
}

/** The request with another signature; with none when it is undefined. */
export function withSignature(request: RawRequest, signature: string | undefined): RawRequest {
  const { [signatureHeader]: _own, ...headers } = request.headers;
  return {
    ...request,
    headers: { ...headers, ...(signature !== undefined && { [signatureHeader]: signature }) },
  };
}

/** The request with another body, as CleanEstimate Pro would sign it for the same destination. */
export function withBody({ rawRequest, subscribeData }: DeliveryBundle, content: string): RawRequest {
  return withSignature({ ...rawRequest, content }, sign(String(subscribeData.secret), content));
}
