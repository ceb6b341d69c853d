import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from './cache.ts';
import { forgedDelivery } from './errors.ts';
import { filled, isObject, parseJson } from './guards.ts';
import { verify } from './signature.ts';

/** A delivery whose signature was checked. */
export interface Delivery {
  /** The same over all attempts to deliver it to one Zap; '' when the API did not number it. */
  mark: string;
  event: string;
  data: Record<string, unknown>;
}

// Zapier may run a delivery minutes late; the API's last attempt comes after about six.
const repeatSeconds = 24 * 60 * 60;
const loss = 'a delivery that comes again may be taken twice';

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
