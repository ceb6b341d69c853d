import { sign } from '../../src/webhooks/signature.ts';
import { startHookServer, type RawRequest } from '../../workbench/hook_server.ts';
import type { Item, Office } from './office.ts';

const signatureHeader = 'Http-X-Webhook-Signature';

/** A delivery as an instant trigger gets it: the request, and the subscription with its secret. */
export interface DeliveryBundle {
  subscribeData: Item;
  rawRequest: RawRequest;
}

/** A delivery, and the key of the trigger that it was sent to. */
export interface CaughtDelivery extends DeliveryBundle {
  trigger: string;
}

/**
 * Turns instant triggers on, does some work that sets off their events, catches the deliveries, and turns the triggers
 * off again.
 * @param keys the keys of the triggers
 * @returns the deliveries, at least one for each trigger
 * @throws Error when nothing was delivered to one of the triggers; StepError when subscribing or unsubscribing fails
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
 * Catches the first delivery to one instant trigger as `catchDeliveries` does, and then empties the journal.
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

/** The value of the header X-Webhook-Signature; '' when it is missing. */
export function signatureOf({ headers }: RawRequest): string {
  return headers[signatureHeader] ?? '';
}

/** Replaces the signature of a request; removes it when undefined. */
export function withSignature(request: RawRequest, signature: string | undefined): RawRequest {
  const { [signatureHeader]: _own, ...headers } = request.headers;
  return {
    ...request,
    headers: { ...headers, ...(signature !== undefined && { [signatureHeader]: signature }) },
  };
}

/** Replaces the body of a delivery, and signs it with the destination's secret as CleanEstimate Pro does. */
export function withBody({ rawRequest, subscribeData }: DeliveryBundle, content: string): RawRequest {
  return withSignature({ ...rawRequest, content }, sign(String(subscribeData.secret), content));
}
