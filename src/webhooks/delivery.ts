import type { Bundle, ZObject } from 'zapier-platform-core';
import { cacheOf } from '../lib/cache.ts';
import { forgedDelivery } from '../api/zapier_error.ts';
import { filled, isObject, parseJson } from '../lib/guards.ts';
import { hash } from '../lib/hash.ts';
import { verify } from './signature.ts';

/** A delivery whose signature was checked. */
export interface Delivery {
  /** What is the same over all attempts to deliver it to one Zap: what it says, and its number when it has one. */
  marks: [content: string, ...number: string[]];
  event: string;
  data: Record<string, unknown>;
}

// The API's last attempt comes after about six minutes; what is repeated days later was copied by somebody.
const repeatSeconds = 7 * 24 * 60 * 60;
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
  // The number is not signed: who copies a delivery can change it, but not what the delivery says. Two Zaps on one event
  // may get one number each or share it: either way they are two.
  const mark = (of: string): string => `delivery ${hash(destination.id, of)}`;
  return { marks: [mark(content), ...(id === undefined ? [] : [mark(id)])], event, data: envelope.data };
}

/**
 * Tells whether a delivery came before: the API sends it again when it missed Zapier's answer.
 * Without Zapier's cache every delivery counts as new, since a missed lead is worse than one twice.
 */
export async function isRepeated(z: ZObject, { marks }: Delivery): Promise<boolean> {
  const cache = cacheOf(z, loss);
  return (await Promise.all(marks.map((mark) => cache.get(mark)))).includes(true);
}

/** Remembers a delivery, once it has become a trigger's item. */
export async function markDelivered(z: ZObject, { marks }: Delivery): Promise<void> {
  const cache = cacheOf(z, loss);
  await Promise.all(marks.map((mark) => cache.set(mark, true, repeatSeconds)));
}

// Zapier passes headers on as `Http-X-Webhook-Id`, other hosts as they came.
function header(bundle: Bundle, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const entries = Object.entries(bundle.rawRequest?.headers ?? {});
  return entries.find(([key]) => key.toLowerCase().replace(/^http-/, '') === wanted)?.[1];
}
