import type { Bundle, ZObject } from 'zapier-platform-core';
import type { ApiRecord } from './answer.ts';
import { speaking, writeOnce } from './api.ts';
import { cacheOf } from './cache.ts';
import { forgedDelivery, type Doing } from './errors.ts';
import { ApiFailure } from './failure.ts';
import { filled, isObject, parseJson } from './guards.ts';
import { send } from './request.ts';
import { verify } from './signature.ts';

/** The events that CleanEstimate Pro documents. */
export type WebhookEvent =
  | 'lead.created'
  | 'lead.status_changed'
  | 'estimate.created'
  | 'estimate.accepted'
  | 'job.created'
  | 'job.completed'
  | 'invoice.created'
  | 'invoice.paid';

/** A delivery whose signature was checked. */
export interface Delivery {
  /** The same over all attempts to deliver it to one Zap; '' when the API did not number it. */
  mark: string;
  event: string;
  data: Record<string, unknown>;
}

const path = ['webhooks'];
const doing: Doing = { noun: 'webhook', scope: 'webhooks:write', attended: true };
// Zapier may run a delivery minutes late; the API's last attempt comes after about six.
const repeatSeconds = 24 * 60 * 60;
const loss = 'a delivery that comes again may be taken twice';

/**
 * Registers Zapier's address for one event.
 * @param label the trigger's label, which names the destination in CleanEstimate Pro
 * @returns the destination with its id and secret: Zapier keeps it as `bundle.subscribeData`
 * @throws the errors of `zapierError`
 */
export function subscribe(
  z: ZObject,
  bundle: Bundle,
  event: WebhookEvent,
  label: string,
): Promise<ApiRecord> {
  const body = { name: `Zapier: ${label}`, url: bundle.targetUrl ?? '', events: [event] };
  return speaking(doing, () => writeOnce(z, bundle, { method: 'POST', path }, { action: 'subscribe', body }));
}

/**
 * Removes the destination that `subscribe` registered. One that is gone already is done; where the API cannot
 * remove any, the log says so and the Zap still turns off.
 * @throws the errors of `zapierError`
 */
export function unsubscribe(z: ZObject, bundle: Bundle): Promise<{ id: string }> {
  const id = filled(bundle.subscribeData?.id) ?? '';
  return speaking(doing, async () => {
    try {
      await send(z, { method: 'DELETE', path: [...path, id] });
    } catch (error) {
      if (!(error instanceof ApiFailure) || ![404, 405, 410].includes(error.status)) throw error;
      if (error.status === 405)
        z.console.log(`CleanEstimate Pro cannot remove the webhook ${id}: remove it there by hand.`);
    }
    return { id };
  });
}

/**
 * Opens a delivery: signature first, then the envelope.
 * @returns undefined for something that CleanEstimate Pro signed but that is no delivery we know
 * @throws HaltedError when the destination has a secret and the delivery is not signed with it
 */
export function openDelivery(bundle: Bundle): Delivery | undefined {
  const content = bundle.rawRequest?.content ?? '';
  // The platform's type knows only the id of what `subscribe` returned.
  const destination: Record<string, unknown> = { ...bundle.subscribeData };
  const secret = filled(destination.secret);
  if (secret !== undefined && !verify(secret, content, header(bundle, 'X-Webhook-Signature') ?? '')) {
    throw forgedDelivery();
  }
  const envelope = parseJson(content);
  if (!isObject(envelope) || !isObject(envelope.data)) return undefined;
  const event = filled(envelope.event) ?? header(bundle, 'X-Webhook-Event') ?? '';
  const id = header(bundle, 'X-Webhook-ID');
  // Two Zaps on one event may get one id each or share it: either way they are two.
  const mark = id === undefined ? '' : `delivery ${filled(destination.id) ?? ''} ${id}`;
  return { mark, event, data: envelope.data };
}

/**
 * Tells whether a delivery came before: the API sends it again when it missed Zapier's answer.
 * Without Zapier's cache every delivery counts as new, since a missed lead is worse than one twice.
 */
export async function isRepeated(z: ZObject, { mark }: Delivery): Promise<boolean> {
  return mark !== '' && (await cacheOf(z, loss).get(mark)) === true;
}

/** Remembers a delivery, once it has become a trigger's item. */
export async function markDelivered(z: ZObject, { mark }: Delivery): Promise<void> {
  if (mark !== '') await cacheOf(z, loss).set(mark, true, repeatSeconds);
}

// Zapier passes headers on as `Http-X-Webhook-Id`, other hosts as they came.
function header(bundle: Bundle, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const entries = Object.entries(bundle.rawRequest?.headers ?? {});
  return entries.find(([key]) => key.toLowerCase().replace(/^http-/, '') === wanted)?.[1];
}
