import type { Bundle, ZObject } from 'zapier-platform-core';
import { forgedDelivery } from '../errors/delivery_error.ts';
import { cacheOf } from '../lib/cache.ts';
import { filled, isObject, parseJson } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import { verify } from './signature.ts';

/** A delivery whose signature was checked. */
export interface Delivery {
  /**
   * The cache's entries for this delivery, the same for all attempts to deliver it to one Zap: one for its content,
   * and one for its X-Webhook-ID when it has one.
   */
  dedupeKeys: [content: string, ...webhookId: string[]];
  event: string;
  data: Record<string, unknown>;
}

// The API's last retry comes after about six minutes (documented); seven days also cover deliveries that Zapier held.
const dedupeSeconds = 7 * 24 * 60 * 60;
const loss = 'a delivery that comes again may be taken twice';

/**
 * Opens a delivery: first its signature over the raw body, then its envelope `{event, timestamp, data}` (documented).
 * @returns undefined for something that CleanEstimate Pro signed but that has no envelope we can read
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
  const webhookId = header(bundle, 'X-Webhook-ID');
  // The header with the id is not signed: who copies a delivery can change it, but not the content. Two Zaps on one
  // event are told apart by their destinations, whether or not their deliveries share an id.
  const dedupeKey = (of: string): string => `delivery ${hash(destination.id, of)}`;
  return {
    dedupeKeys: [dedupeKey(content), ...(webhookId === undefined ? [] : [dedupeKey(webhookId)])],
    event,
    data: envelope.data,
  };
}

/**
 * Tells whether a delivery came before: the API retries when it missed Zapier's answer.
 * @returns false for every delivery while Zapier's cache does not work, since a missed lead is worse than one twice
 */
export async function isRepeated(z: ZObject, { dedupeKeys }: Delivery): Promise<boolean> {
  const cache = cacheOf(z, loss);
  return (await Promise.all(dedupeKeys.map((key) => cache.get(key)))).includes(true);
}

/** Remembers for seven days that a delivery has become a trigger's item. */
export async function markDelivered(z: ZObject, { dedupeKeys }: Delivery): Promise<void> {
  const cache = cacheOf(z, loss);
  await Promise.all(dedupeKeys.map((key) => cache.set(key, true, dedupeSeconds)));
}

// Zapier passes headers on as `Http-X-Webhook-Id`, other hosts as they came.
function header(bundle: Bundle, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const entries = Object.entries(bundle.rawRequest?.headers ?? {});
  return entries.find(([key]) => key.toLowerCase().replace(/^http-/, '') === wanted)?.[1];
}
